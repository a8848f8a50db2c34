/// The last day of a deadline (Civil Code 201–203): the first day does not count; months and years end on the same
/// day, or the month's last; a last day that is a holiday gives way to the day after.
public enum DeadlineRule {
    /// - Parameter path: where the first day stands in the document that was asked about.
    @specialized(where D == Recorded)
    @specialized(where D == Unrecorded)
    public static func lastDay<D: Derivation>(
        of deadline: Deadline, from start: CivilDate, at path: String, by tables: LawTables, as derivation: D.Type,
        _ remarks: inout Remarks
    ) throws(Refusal) -> Derived<CivilDate, D.Node> {
        let (row, terms) = try tables.deadlines.terms(of: deadline, on: start)
        remarks.note(row, of: .deadlines)
        guard terms.span != .promptly else { throw Refusal(noDay(row, terms)) }
        guard let counted = counted(terms.span, from: start, by: tables.workingDays) else {
            throw Refusal(.dateOutOfRange(.deadlineLastDay, at: path))
        }
        let from = D.node(.fact(.deadlineStart, .date(start), at: path))
        let span = D.node(
            Figure(
                .deadlineSpan, terms.span.value, .lookUp, citation: row.citation, status: row.status,
                reason: terms.sentence))
        if case .workingDays = terms.span {
            tables.workingDays.remark(from: start, to: counted, &remarks)
            return Derived(counted, lastNode(counted, row.citation, [from, span], as: derivation))
        }
        guard terms.yieldsToHolidays else {
            return Derived(counted, lastNode(counted, row.citation, [from, span], as: derivation))
        }
        guard let last = tables.workingDays.nextWorkingDay(from: counted) else {
            throw Refusal(.dateOutOfRange(.deadlineLastDay, at: path))
        }
        tables.workingDays.remark(from: counted, to: last, &remarks)
        guard last != counted else {
            return Derived(last, lastNode(last, row.citation, [from, span], as: derivation))
        }
        let day = D.node(
            {
                Figure(.countedDay, .date(counted), .shift, citation: Citation(.civilCode2020, "第201条"), inputs: $0)
            }, over: [from, span])
        let node = D.node(
            {
                Figure(
                    .deadlineLastDay, .date(last), .shift, citation: Citation(.civilCode2020, "第203条"), inputs: $0,
                    reason: gaveWay)
            }, over: [day])
        return Derived(last, node)
    }

    private static func lastNode<D: Derivation>(
        _ day: CivilDate, _ citation: Citation, _ inputs: [D.Node], as derivation: D.Type
    ) -> D.Node {
        D.node({ Figure(.deadlineLastDay, .date(day), .shift, citation: citation, inputs: $0) }, over: inputs)
    }

    private static func counted(_ span: DeadlineSpan, from start: CivilDate, by calendar: WorkingDays) -> CivilDate? {
        switch span {
        case .calendarDays(let count): start.adding(days: count)
        case .workingDays(let count): calendar.day(count, after: start)
        case .months(let count): start.adding(months: count)
        // By months, so that from 29 February a year ends on 28 February (Civil Code 202).
        case .years(let count): start.adding(months: count * 12)
        case .promptly: nil
        }
    }

    private static let gaveWay = Sentence(
        "期限的最后一日是法定休假日，以休假日结束的次日为最后一日。",
        "The last day is a holiday, so the day after the holiday is the last.")

    private static func noDay(_ row: TableRow<DeadlineTerms>, _ terms: DeadlineTerms) -> Finding {
        Finding(
            code: "noFixedDay", message: "“\(terms.duty.chinese)”应当及时办理，条文没有规定具体日数。",
            english: "\(terms.duty.english) is to be done promptly; the text sets no number of days.",
            path: "\(TableName.deadlines.rawValue)/\(row.name)", citation: row.citation)
    }
}
