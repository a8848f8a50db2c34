extension Finding {
    /// Trailers are not insured; the vehicle that draws them answers for both — Regulation 42.
    static let trailerNotInsurable = Finding(
        code: "trailerNotInsurable", message: "挂车不投保交强险，由牵引车的交强险承担，请为牵引车投保。",
        english: "Trailers take no compulsory insurance; the vehicle that draws them answers: insure that one.",
        path: "vehicle.class", citation: Citation(.regulation2019, "第42条"))

    /// Vehicles in service with the forces have rules of their own — Regulation 44.
    static let militaryVehicle = Finding(
        code: "militaryVehicle", message: "军队、武警部队在编机动车不适用本条例的投保规定，不作报价。",
        english: "Vehicles in service with the armed forces or the armed police are outside these rules: no premium.",
        path: "vehicle.military", citation: Citation(.regulation2019, "第44条"))

    /// A class and use the tariff has no row for.
    static func noTariffRow(_ vehicleClass: VehicleClass, _ use: VehicleUse) -> Finding {
        Finding(
            code: "noTariffRow",
            message: "基础费率表没有“\(vehicleClass.title.chinese)、\(use.title.chinese)”这一行，请核对机动车种类和使用性质。",
            english:
                "The tariff has no row for “\(vehicleClass.title.english), \(use.title.english)”: check class and use.",
            path: "vehicle.use", citation: Citation(.tariff2008, "注"))
    }

    /// Buses and coaches begin with six seats.
    static func noTariffRow(underSixSeats use: VehicleUse) -> Finding {
        Finding(
            code: "noTariffRow",
            message: "基础费率表没有“\(use.title.chinese)、6座以下”这一行，请核对使用性质（6座以下营业客车多为出租租赁）。",
            english: "The tariff has no row for “\(use.title.english), under 6 seats”: check the use.",
            path: "vehicle.ratedPassengers", citation: Citation(.tariff2008, "注"))
    }

    /// A number no licence can show.
    static func outOfRange(_ name: FigureName, _ range: Sentence, at path: String) -> Finding {
        Finding(
            code: "outOfRange", message: "“\(name.title.chinese)”应为\(range.chinese)，请改正。",
            english: "The \(name.title.english) must be \(range.english): correct it.", path: path)
    }
}

extension Sentence {
    static let positive = Sentence("正数", "above nothing")
}
