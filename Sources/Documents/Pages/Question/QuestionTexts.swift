import Registry

enum QuestionTexts {
    static let title = Phrase("查交强险", "Check compulsory insurance")
    static let titleWithFaults = Phrase("有内容要改 · 查交强险", "Something to put right · Check compulsory insurance")

    static let phrases: [String: Phrase] = [
        "title": title,
        "lead": Phrase("照着行驶证填两样，就能查。", "Two things from the vehicle licence are enough."),
        "faultsTitle": Phrase("还差一点，请改一下", "Please put this right"),
        "faultWord": Phrase("要改：", "To put right: "),
        "usedUpTitle": Phrase("今天的后六位核对次数用完了", "Today’s tries with the last six are used up"),
        "usedUp": Phrase(
            "为了不让别人试出您的车架号，每辆车每天只能核对几次，可能有人试过。请用完整的 17 位车架号，现在就能查。",
            "To keep strangers from guessing, each vehicle allows only a few tries a day, and someone may have used "
                + "them. With the full VIN of 17 characters you can check at once."),
        "plate": Phrase("号牌号码", "Plate number"),
        "plateHint": Phrase("例如\u{2009}京A12345。新能源车是 8 位", "For example 京A12345. New-energy plates have 8 characters"),
        "keys": Phrase("省份简称", "Province characters"),
        "vinSuffix": Phrase("车架号后六位", "Last six characters of the VIN"),
        "vinSuffixHint": Phrase("行驶证“车辆识别代号”一栏的最后六个字符", "The end of the line “车辆识别代号” on the vehicle licence"),
        "where": Phrase("在行驶证的哪里", "Where to find it on the licence"),
        "licenceLabel": Phrase(
            "行驶证示意图：右下方“车辆识别代号”一栏，最后六个字符被圈出",
            "Sketch of a vehicle licence. In the lower right, the line 车辆识别代号 with its last six characters circled"),
        "licenceNote": Phrase(
            "没有带行驶证，也可以看前风挡玻璃左下角的车架号牌，或在“交管12123”里看电子行驶证。",
            "Without the licence at hand, look at the VIN plate at the lower left of the windscreen, "
                + "or at the electronic licence in the app 交管12123."),
        "more": Phrase("更多选项：号牌种类、查某个日期", "More: plate category, another date"),
        "category": Phrase("号牌种类（选填）", "Plate category (optional)"),
        "categoryAny": Phrase("不清楚，自动判断", "Not sure, work it out"),
        "moment": Phrase("查某个日期（选填）", "Another date (optional)"),
        "momentHint": Phrase(
            "不填就是现在。过去和将来的日期都可以查，按北京时间",
            "Leave it empty for now. Past and future dates work; the time is "
                + "Beijing time"),
        "date": Phrase("日期", "Date"),
        "time": Phrase("时间", "Time"),
        "submit": Phrase("查询", "Check"),
        "why": Phrase(
            "两样都对上才给结果，是为了不让别人只凭号牌查您的车。", "Both must agree, so that nobody can look up your vehicle by its plate alone."
        ),
        "byVIN": Phrase("没有号牌，或想用完整车架号查", "No plate, or only the full VIN at hand"),
        "byPlate": Phrase("改用号牌和车架号后六位查", "Use the plate and the last six of the VIN instead"),
        "vin": Phrase("完整车架号", "Full VIN"),
        "vinHint": Phrase("17 个字符，没有字母 I、O、Q", "17 characters, without the letters I, O and Q"),
        "companion": Phrase("再填一项，号牌号码或保险单号", "And one of these two"),
        "companionWhy": Phrase(
            "多核对一项，是为了确认问的就是这辆车", "The second detail confirms that it is this vehicle you ask about"),
        "policyNumberSuffix": Phrase("保险单号后六位", "Last six characters of the policy number"),
        "policyNumberSuffixHint": Phrase("没有号牌的车填这一项", "For vehicles without plates"),
        "plateOfVINHint": Phrase("有号牌的车填这一项", "For vehicles with plates"),
    ]
}
