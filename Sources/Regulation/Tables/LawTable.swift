/// A table of the law: rows that are written down in a document, read once, and asked by day.
protocol LawTable: Sendable {
    associatedtype Value: Decodable & Sendable

    static var name: TableName { get }
    /// The document that comes with this edition.
    static var published: [UInt8] { get }

    var rows: [TableRow<Value>] { get }

    init(_ document: TableDocument<Value>) throws(Refusal)

    /// What is wrong with a row beyond its form: a name this table has no place for, a sum below nothing.
    static func fault(in row: TableRow<Value>) -> Sentence?

    /// What a row says, for people.
    static func describe(_ value: Value) -> Sentence
}

extension LawTable {
    static func fault(in row: TableRow<Value>) -> Sentence? { nil }

    /// The table that comes with this edition.
    static func readPublished() throws -> Self { try Self(.read(published)) }
}
