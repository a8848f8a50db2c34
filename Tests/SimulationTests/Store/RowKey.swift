/// Where a row lies on the simulated disk.
struct RowKey: Hashable, Comparable {
    enum Table: UInt8, CaseIterable {
        case entries, folds, lookups, reports, digests, notes, notePlaces, insurers, replies
    }

    let table: Table
    let name: String

    init(_ table: Table, _ name: String) {
        self.table = table
        self.name = name
    }

    init(_ table: Table, _ number: Int64) { self.init(table, String(number)) }

    static func < (left: RowKey, right: RowKey) -> Bool {
        (left.table.rawValue, left.name) < (right.table.rawValue, right.name)
    }
}
