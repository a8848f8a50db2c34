/// The period of a contract as a change is reckoned against it: in whole days of the calendar, from midnight to
/// midnight in Shanghai.
struct ContractPeriod {
    let start: Instant
    let end: Instant

    /// Days from the day of the start to the day of the end.
    var days: Int { start.shanghaiDate.days(to: end.shanghaiDate) }

    /// Days that have passed at a moment, none before the start; the day of the moment itself does not count.
    func elapsedDays(at moment: Instant) -> Int { max(0, start.shanghaiDate.days(to: moment.shanghaiDate)) }

    /// What is left of the period at the moment, as a part of the whole; `nil` for a period within one day.
    func remainingShare(at moment: Instant) -> Ratio? {
        Ratio(Int64(days - elapsedDays(at: moment)), over: Int64(days))
    }

    static let withinOneDay = Finding(
        code: "periodUnderOneDay", message: "保险期间起止在同一天，无法按日计算，请核对起止时间。",
        english: "The period starts and ends on the same day and cannot be reckoned by days: check both.", path: "end",
        citation: Citation(.regulation2019, "第20条"))

    /// A moment at which there is no contract left to change.
    static func over(at path: String) -> Finding {
        Finding(
            code: "contractEnded", message: "保险期间已经届满，合同已终止，不能再办理。",
            english: "The period of insurance is over and the contract has ended; nothing is left to change.",
            path: path, citation: Citation(.regulation2019, "第20条"))
    }
}

extension ContractPeriod {
    /// The figures of the remaining share: days of the period, days that passed, days left, the fraction.
    func remainingNode<D: Derivation>(
        at moment: Instant, name: FigureName, path: String, citation: Citation, as derivation: D.Type
    ) -> D.Node {
        let start = D.node(.fact(.termStart, .instant(self.start), at: "start"))
        let end = D.node(.fact(.termEnd, .instant(self.end), at: "end"))
        let whole = D.node(
            { Figure(.periodDays, .count(days, .days), .span, citation: citation, inputs: $0) }, over: [start, end])
        let at = D.node(.fact(name, .instant(moment), at: path))
        let elapsed = D.node(
            { Figure(.elapsedDays, .count(elapsedDays(at: moment), .days), .span, citation: citation, inputs: $0) },
            over: [start, at])
        let left = D.node(
            {
                Figure(
                    .remainingDays, .count(days - elapsedDays(at: moment), .days), .subtract, citation: citation,
                    inputs: $0)
            }, over: [whole, elapsed])
        let share = remainingShare(at: moment) ?? .one
        return D.node(
            { Figure(.remainingShare, .ratio(share), .divide, citation: citation, inputs: $0) }, over: [left, whole])
    }
}
