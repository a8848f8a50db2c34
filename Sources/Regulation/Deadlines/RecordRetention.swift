/// How long what was recorded of a contract has to be kept: from the contract's end, by its length (Insurance Law 87).
public enum RecordRetention {
    public static let citation = Citation(.insuranceLaw2015, "第87条")

    /// The first day on which what was recorded of a contract may be erased.
    ///
    /// - Parameters:
    ///   - contracted: the insured period as agreed; the time is twice as long where it is more than a year. `nil` for
    ///     what never became a contract: no text sets another time for it.
    ///   - end: the day on which the contract came to its end.
    ///   - path: where that day stands in what was asked about.
    public static func firstFreeDay(
        contracted: Period?, endedOn end: CivilDate, at path: String, by tables: LawTables, _ remarks: inout Remarks
    ) throws(Refusal) -> CivilDate {
        let deadline = contracted.map(isWithinAYear) ?? true ? Deadline.retention : .retentionOverOneYear
        let last = try DeadlineRule.lastDay(
            of: deadline, from: end, at: path, by: tables, as: Unrecorded.self, &remarks)
        guard let free = last.value.adding(days: 1) else {
            throw Refusal(.dateOutOfRange(.deadlineLastDay, at: path))
        }
        return free
    }

    private static func isWithinAYear(_ period: Period) -> Bool {
        guard let year = period.start.shanghaiDate.adding(years: 1) else { return false }
        return period.end.shanghaiDate <= year
    }
}
