/// What a rule says beside its result: neither changes it.
public struct Remarks: Hashable, Sendable {
    /// What the reader must know of the sources: a row not verified, a reading chosen where the text leaves room.
    public var notes: [Finding] {
        entries.map { entry in
            switch entry {
            case .finding(let finding): finding
            case .row(let note): note.finding
            }
        }
    }
    /// What is odd about the facts given; a warning never refuses.
    public private(set) var warnings: [Finding] = []

    private enum Entry: Hashable, Sendable {
        case finding(Finding)
        case row(RowNote)
    }

    private var entries: [Entry] = []

    public init() {}

    /// Adds a note once, however often it is made.
    public mutating func note(_ finding: Finding) {
        add(.finding(finding))
    }

    /// Adds a warning once, however often it is made.
    public mutating func warn(_ finding: Finding) {
        if !warnings.contains(finding) { warnings.append(finding) }
    }

    /// Notes that a row this rests on is not verified, or is the operator's own.
    public mutating func note<Value>(_ row: TableRow<Value>, of table: TableName) {
        if let note = row.note(in: table) { add(.row(note)) }
    }

    /// The same of a row whose note was made before.
    mutating func note(_ note: RowNote) { add(.row(note)) }

    private mutating func add(_ entry: Entry) {
        if !entries.contains(entry) { entries.append(entry) }
    }
}
