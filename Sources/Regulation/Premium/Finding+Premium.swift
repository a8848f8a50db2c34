extension Finding {
    static let firstInsuranceContradiction = Finding(
        code: "contradiction", message: "既填“首次投保”又列出了以往保单，请改正其一。",
        english: "First insurance and earlier policies contradict each other: correct one of them.",
        path: "history.firstInsurance", citation: Citation(.floatingRules2007, "第11条(一)"))

    static let historyTooLong = Finding(
        code: "historyTooLong", message: "以往保单、赔案或违法记录超过 \(HistoryReading.most) 条，请核对。",
        english: "More than \(HistoryReading.most) earlier policies, claims or violations: check them.", path: "history"
    )

    static let noEarlierPolicy = Finding(
        code: "noEarlierPolicy", message: "未填“首次投保”，也没有可计算的以往保单，按不浮动计算；请补上以往保单。",
        english: "Neither first insurance nor an earlier policy to go by: computed without a float. Add the policies.",
        path: "history.policies", citation: Citation(.floatingRules2007, "第9条"))

    static func afterApplication(at path: String) -> Finding {
        Finding(
            code: "afterApplication", message: "该保单在投保时间之后签发，未计入历史。",
            english: "This policy was issued after the application and is left out of the history.", path: path,
            citation: Citation(.floatingRules2007, "第9条"))
    }

    static func paidBeforeAccident(at path: String) -> Finding {
        Finding(
            code: "paidBeforeAccident", message: "赔付时间早于事故时间，请核对。",
            english: "It was paid before it happened: check the two times.", path: path)
    }

    static let skippedShortTermReading = Finding.readingUnverified(
        Sentence(
            "两个完整年度之间的短期险没有赔案的，跳过不计，前后年度仍连续计算；条文没有写明。",
            "A short term without claims between full years is passed over and the years still count in a row; "
                + "no text says so."
        ),
        Citation(.houseReading, "费率浮动"), at: "history.policies")

    static let shortTermRoundingReading = Finding.readingUnverified(
        Sentence(
            "短期险浮动：先按天数计算并取整为元，再乘以浮动比率，保留到分；条文没有写明取整的先后。",
            "A floating short term is rounded to whole yuan by days first, then floated and kept to the fen; "
                + "no text gives the order."
        ),
        Citation(.houseReading, "短期险浮动"), at: "shortTerm")

    static let otherGroundFloatReading = Finding.readingUnverified(
        Sentence(
            "其他情形的短期险按历史浮动；承保实务规程只写明了另外三种情形。",
            "Short terms on other grounds float by the history; the underwriting code speaks only of the other three."),
        Citation(.houseReading, "短期险浮动"), at: "shortTerm")

    static let motorcycleFactorUnknown = Finding.readingUnverified(
        Sentence(
            "部分地区另有摩托车地区费率因子（基础保险费的±30%以内），数值没有收录，按不调整计算。",
            "Some regions have a factor for motorcycles (within 30 % either way); "
                + "none is encoded here, so none is applied."
        ),
        Citation(.houseReading, "摩托车地区费率因子"), at: "region")

    /// Records were given that no row of the region puts to use.
    static func linkOff(_ table: TableName, at path: String) -> Finding {
        Finding(
            code: "linkOff", message: "该地区没有启用《\(table.title.chinese)》，所列记录未计入保险费。",
            english: "No \(table.title.english) apply in this region; the records do not enter the premium.", path: path
        )
    }

    static let premiumOutOfRange = Finding(
        code: "premiumOutOfRange", message: "保险费超出可表示的范围，请核对费率表。",
        english: "The premium lies beyond what can be written: check the tables.", path: "premium")
}
