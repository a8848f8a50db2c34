import GRDB
import Registry
import Regulation

/// Which files turned out to be another's vehicle, and when: the rows of `merges`.
struct MergeTable: Sendable {
    private struct Merge: Sendable {
        let absorbed: FileID
        let into: FileID
        let at: Int64
    }

    private var byAbsorbed: [FileID: Merge] = [:]
    private var byFile: [FileID: [Merge]] = [:]

    static let empty = MergeTable()

    private init() {}

    private static let columns = "SELECT shard, absorbed, file, merged_at FROM merges"

    /// All of them.
    init(_ database: Database) throws {
        try SQLiteStatement(database, Self.columns, checksTypes: true).rows { row in
            guard row.int(0) == 0 else { throw Divergence.mergeDiffers(row.int(1)) }
            add(Self.merge(row))
        }
    }

    /// Those that made a file what it is, and where it went.
    init(around id: FileID, prepare: (String) throws -> SQLiteStatement) throws {
        let inward = try prepare(Self.columns + " WHERE shard = 0 AND file = ?")
        var waiting = [id]
        while let next = waiting.popLast() {
            inward.bind(1, next.number)
            try inward.rows { row in
                let merge = Self.merge(row)
                if add(merge) { waiting.append(merge.absorbed) }
            }
        }
        let outward = try prepare(Self.columns + " WHERE shard = 0 AND absorbed = ?")
        var current: FileID? = id
        while let next = current {
            current = nil
            outward.bind(1, next.number)
            try outward.rows { row in
                let merge = Self.merge(row)
                if add(merge) { current = merge.into }
            }
        }
    }

    private static func merge(_ row: borrowing SQLiteStatement.Row) -> Merge {
        Merge(absorbed: FileID(row.int(1)), into: FileID(row.int(2)), at: row.int(3))
    }

    /// `false` for one that is there already.
    @discardableResult
    private mutating func add(_ merge: Merge) -> Bool {
        guard byAbsorbed[merge.absorbed] == nil else { return false }
        byAbsorbed[merge.absorbed] = merge
        byFile[merge.into, default: []].append(merge)
        return true
    }

    var isEmpty: Bool { byAbsorbed.isEmpty }
    var absorbed: [FileID] { byAbsorbed.keys.sorted() }

    func into(_ id: FileID) -> FileID? { byAbsorbed[id]?.into }

    /// Where a file's vehicle is now; itself where the rows go in a circle, which no merge makes.
    func current(_ id: FileID) -> FileID {
        var current = id
        for _ in 0...byAbsorbed.count {
            guard let next = byAbsorbed[current]?.into else { return current }
            current = next
        }
        return id
    }

    /// The file and all that were merged into it, one within another.
    func family(of id: FileID) -> Set<FileID> {
        var family: Set<FileID> = [id]
        guard !isEmpty else { return family }
        var waiting = [id]
        while let next = waiting.popLast() {
            for merge in byFile[next] ?? [] where family.insert(merge.absorbed).inserted {
                waiting.append(merge.absorbed)
            }
        }
        return family
    }

    /// The merges of a file as its fold tells them, from the entries as they lie in files; each before the one that it
    /// is within. `nil` where they go in a circle or a time is none.
    func merges(of id: FileID, entries: [FileID: [Int64]], depth: Int = 0) -> [FileMerge]? {
        guard depth <= byAbsorbed.count else { return nil }
        var merges: [FileMerge] = []
        for merge in (byFile[id] ?? []).sorted(by: { ($0.at, $0.absorbed) < ($1.at, $1.absorbed) }) {
            guard let inner = self.merges(of: merge.absorbed, entries: entries, depth: depth + 1),
                let at = Instant(milliseconds: merge.at)
            else { return nil }
            merges += inner
            let held = family(of: merge.absorbed).flatMap { entries[$0] ?? [] }.sorted()
            merges.append(FileMerge(from: merge.absorbed, at: at, entries: held))
        }
        return merges
    }
}
