extension Finding {
    static func endNotAfterStart(at path: String) -> Finding {
        Finding(
            code: "endNotAfterStart", message: "保险期间的止应在起之后，请改正。",
            english: "The period ends before it begins: correct it.", path: path,
            citation: Citation(.underwritingCode2020, "第二节五"))
    }

    static func termNotOneYear(expected: Instant) -> Finding {
        Finding(
            code: "termNotOneYear",
            message: "保险期间为1年，应止于 \(expected.text)；确属短期的，请填写短期事由。",
            english: "The term is one year and should end at \(expected.text); for a short term, give its ground.",
            path: "end", citation: Citation(.underwritingCode2020, "第二节五"))
    }

    static let shortTermTooLong = Finding(
        code: "shortTermTooLong", message: "短期保险的保险期间不能超过1年，请改正止期。",
        english: "A short term cannot exceed one year: correct its end.", path: "end",
        citation: Citation(.underwritingCode2020, "第二节五"))

    static let termOutOfBounds = Finding(
        code: "termOutOfBounds", message: "保险期间超出本系统的日历范围，请改正。",
        english: "The term lies beyond the calendar: correct it.", path: "start")

    static let startBeforeAcceptance = Finding(
        code: "startBeforeAcceptance", message: "起保时点必须在接受投保申请之后，请改晚起保时间。",
        english: "Cover must begin after the proposal is accepted: let it begin later.", path: "start",
        citation: Citation(.underwritingCode2020, "第二节四"))

    static let startBeforePayment = Finding(
        code: "startBeforePayment", message: "起保时点必须在确认全额保费入账之后，请改晚起保时间。",
        english: "Cover must begin after the whole premium has come in: let it begin later.", path: "start",
        citation: Citation(.underwritingCode2020, "第二节四"))

    static let startTooFarAhead = Finding(
        code: "startTooFarAhead", message: "起保日距投保日最长不超过三个月，请临近时再投保。",
        english: "Cover begins at most three months ahead: apply nearer to it.", path: "start",
        citation: Citation(.floatingRules2007, "第12条"))

    /// The formula for short terms stands in the code of 2020; what held before is not encoded.
    static let shortTermNotEncoded = Finding(
        code: "tableNotEncoded",
        message: "2020年9月19日以前投保的短期险计算办法没有收录，不作推算。",
        english: "How short terms applied for before 19 September 2020 are charged is not encoded; it is not guessed.",
        path: "shortTerm", citation: Citation(.underwritingCode2020, "第三节二"))

    /// The end of a year that began on a leap day.
    static let leapDayReading = Finding.readingUnverified(
        Sentence(
            "2月29日起保的一年止于次年3月1日同一时刻，条文没有写明。",
            "A year that begins on 29 February ends on 1 March at the same hour; no text says so."),
        Citation(.houseReading, "保险期间"), at: "end")
}
