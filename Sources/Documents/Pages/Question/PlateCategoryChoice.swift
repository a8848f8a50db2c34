import Registry

/// The plate categories offered in the form, by their codes in GA/T 16.7-2012; the rare ones are left to "not sure".
struct PlateCategoryChoice {
    let code: String
    let name: Phrase

    static let all = [
        PlateCategoryChoice(code: "02", name: Phrase("小型汽车", "Small motor vehicle")),
        PlateCategoryChoice(code: "52", name: Phrase("小型新能源汽车", "Small new-energy vehicle")),
        PlateCategoryChoice(code: "01", name: Phrase("大型汽车", "Large motor vehicle")),
        PlateCategoryChoice(code: "51", name: Phrase("大型新能源汽车", "Large new-energy vehicle")),
        PlateCategoryChoice(code: "07", name: Phrase("普通摩托车", "Motorcycle")),
        PlateCategoryChoice(code: "08", name: Phrase("轻便摩托车", "Moped")),
        PlateCategoryChoice(code: "13", name: Phrase("低速车", "Low-speed vehicle")),
        PlateCategoryChoice(code: "14", name: Phrase("拖拉机", "Tractor")),
        PlateCategoryChoice(code: "15", name: Phrase("挂车", "Trailer")),
        PlateCategoryChoice(code: "16", name: Phrase("教练汽车", "Driving-school car")),
        PlateCategoryChoice(code: "17", name: Phrase("教练摩托车", "Driving-school motorcycle")),
        PlateCategoryChoice(code: "22", name: Phrase("临时行驶车", "Temporary plate")),
        PlateCategoryChoice(code: "23", name: Phrase("警用汽车", "Police car")),
        PlateCategoryChoice(code: "24", name: Phrase("警用摩托车", "Police motorcycle")),
        PlateCategoryChoice(code: "03", name: Phrase("使馆汽车", "Embassy car")),
        PlateCategoryChoice(code: "04", name: Phrase("领馆汽车", "Consulate car")),
        PlateCategoryChoice(code: "06", name: Phrase("外籍汽车", "Foreign-owned car")),
        PlateCategoryChoice(code: "20", name: Phrase("临时入境汽车", "Temporary entry car")),
        PlateCategoryChoice(code: "21", name: Phrase("临时入境摩托车", "Temporary entry motorcycle")),
        PlateCategoryChoice(code: "26", name: Phrase("香港入出境车", "Hong Kong cross-border car")),
        PlateCategoryChoice(code: "27", name: Phrase("澳门入出境车", "Macao cross-border car")),
    ]
}
