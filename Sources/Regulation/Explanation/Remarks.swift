/// What a rule says beside its result: neither changes it.
public struct Remarks: Hashable, Sendable {
    /// What the reader must know of the sources: a row not verified, a reading chosen where the text leaves room.
    public private(set) var notes: [Finding] = []
    /// What is odd about the facts given; a warning never refuses.
    public private(set) var warnings: [Finding] = []

    public init() {}

    /// Adds a note once, however often it is made.
    public mutating func note(_ finding: Finding) {
        if !notes.contains(finding) { notes.append(finding) }
    }

    /// Adds a warning once, however often it is made.
    public mutating func warn(_ finding: Finding) {
        if !warnings.contains(finding) { warnings.append(finding) }
    }

    /// Notes that a row this rests on is not verified, or is the operator's own.
    public mutating func note<Value>(_ row: TableRow<Value>, of table: TableName) {
        if row.status == .verified, row.origin == .published { return }
        note(row.finding(in: table))
    }
}
