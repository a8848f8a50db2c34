/// A lay-up's facts, complete and such that the code grants the extension.
struct LayUpFacts {
    let use: VehicleUse
    let end: Instant
    let from: Instant
    let to: Instant
    let shortest: TableRow<DeadlineTerms>
    let longest: TableRow<DeadlineTerms>

    /// Refuses with everything that stands against an extension.
    init(_ request: LayUpRequest, by tables: LawTables) throws(Refusal) {
        var objections = Objections()
        let use = objections.need(request.use, .vehicleUse, at: "use")
        let start = objections.need(request.start, .termStart, at: "start")
        let end = objections.need(request.end, .termEnd, at: "end")
        let from = objections.need(request.from, .layUpFrom, at: "from")
        let to = objections.need(request.to, .layUpTo, at: "to")
        let count = objections.need(request.previousLayUps, .previousLayUps, at: "previousLayUps")
        let requestedAt = objections.need(request.requestedAt, .layUpRequestedAt, at: "requestedAt")
        if let use, !use.isCommercial { objections.add(Self.notCommercial) }
        if let count, count != 0 { objections.add(count > 0 ? Self.once : Self.countNegative) }
        if let start, let end, start >= end { objections.add(.endNotAfterStart(at: "end")) }
        if let start, let from, from < start { objections.add(Self.beforeStart) }
        if let end, let from, from >= end { objections.add(ContractPeriod.over(at: "from")) }
        if let from, let requestedAt, from < requestedAt { objections.add(Self.inThePast) }
        let bounds = requestedAt.flatMap { Self.bounds(on: $0.shanghaiDate, by: tables, &objections) }
        if let from, let to, let bounds {
            if from >= to || bounds.isUnder(from.shanghaiDate, to.shanghaiDate) { objections.add(Self.tooShort) }
            if bounds.isOver(from.shanghaiDate, to.shanghaiDate) { objections.add(Self.tooLong) }
        }
        if let end, let from, let to, Self.isBeyondTime(end, from, to) {
            objections.add(.dateOutOfRange(.newEnd, at: "end"))
        }
        guard objections.isEmpty, let use, let end, let from, let to, let bounds else { throw objections.refusal }
        self.use = use
        self.end = end
        self.from = from
        self.to = to
        shortest = bounds.shortest
        longest = bounds.longest
    }

    private struct Bounds {
        let shortest: TableRow<DeadlineTerms>
        let longest: TableRow<DeadlineTerms>
        let fewestMonths: Int
        let mostMonths: Int

        /// Calendar months, clamped to the month's end: 31 January to 28 February is one.
        func isUnder(_ from: CivilDate, _ to: CivilDate) -> Bool {
            from.adding(months: fewestMonths).map { to < $0 } ?? true
        }

        func isOver(_ from: CivilDate, _ to: CivilDate) -> Bool {
            from.adding(months: mostMonths).map { to > $0 } ?? true
        }
    }

    private static func bounds(on date: CivilDate, by tables: LawTables, _ objections: inout Objections) -> Bounds? {
        let shortest = objections.attempt { () throws(Refusal) in
            try tables.deadlines.months(.layUpShortest, on: date)
        }
        let longest = objections.attempt { () throws(Refusal) in
            try tables.deadlines.months(.layUpLongest, on: date)
        }
        guard let shortest, let longest else { return nil }
        return Bounds(
            shortest: shortest.row, longest: longest.row, fewestMonths: shortest.months, mostMonths: longest.months)
    }

    private static func isBeyondTime(_ end: Instant, _ from: Instant, _ to: Instant) -> Bool {
        end.shanghaiDate.adding(days: from.shanghaiDate.days(to: to.shanghaiDate)) == nil
    }
}

extension LayUpFacts {
    private static let notCommercial = finding(
        "layUpCommercialOnly", "只有营业性机动车停驶可以办理保险期间顺延。",
        "Only commercial vehicles that are laid up may have the period extended.", at: "use")
    private static let once = finding(
        "layUpOnce", "合同有效期内只能办理1次保险期间顺延，这份合同已经办理过。",
        "The period may be extended once during a contract, and this one has been.", at: "previousLayUps")
    private static let countNegative = finding(
        "countNegative", "已办理顺延次数不能为负，请改正。",
        "The number of extensions granted before cannot be negative: correct it.", at: "previousLayUps")
    private static let beforeStart = finding(
        "layUpBeforeStart", "停驶应在合同有效期内，停驶起时不能早于保险期间的起期。",
        "The vehicle must be laid up during the contract: not before the period starts.", at: "from")
    private static let inThePast = finding(
        "layUpInThePast", "停驶起时不能早于申请时间，已经过去的停驶不予顺延。",
        "A lay-up cannot start before it is asked for; days already past do not extend the period.", at: "from",
        Citation(.layUpRules2009, "停驶起始时点"))
    private static let tooShort = finding(
        "layUpTooShort", "顺延期间最短不低于1个月，请延长停驶期间，或不办理顺延。",
        "An extension is at least one month: lengthen the lay-up, or do without the extension.", at: "to")
    private static let tooLong = finding(
        "layUpTooLong", "顺延期间最长不超过4个月，请缩短停驶期间。",
        "An extension is at most four months: shorten the lay-up.", at: "to")

    private static func finding(
        _ code: String, _ chinese: String, _ english: String, at path: String, _ citation: Citation = LayUpRule.article
    ) -> Finding {
        Finding(code: code, message: chinese, english: english, path: path, citation: citation)
    }
}
