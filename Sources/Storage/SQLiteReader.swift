import GRDB
package import Registry
package import Regulation

/// The answering side on SQLite: one connection, used by one thread at a time.
package final class SQLiteReader: RegistryReader {
    private let database: DatabaseQueue
    private let log: LogName
    private let sealer: RowSealer
    private let begin, end: SQLiteStatement
    private let rebuilt: RebuiltFolds
    private let selectFolds, selectFold, selectEntry, selectTimeAt, selectRange: SQLiteStatement
    /// The generation its view is of; `nil` without one.
    private var generation: UInt64?
    /// The feeds as of its view, or a commit before it.
    private(set) var feed = FeedStatus()

    init(path: String, log: LogName, sealer: RowSealer, rebuilt: RebuiltFolds) throws {
        self.log = log
        self.sealer = sealer
        self.rebuilt = rebuilt
        database = try Connection.reader(path)
        let statements = try database.unsafeRead { database in
            try [
                """
                SELECT files.file, files.fold FROM lookups JOIN files
                ON files.shard = lookups.shard AND files.file = lookups.file
                WHERE lookups.lookup = ? ORDER BY lookups.shard, lookups.file LIMIT ?
                """,
                "SELECT fold FROM files WHERE shard = 0 AND file = ?",
                "SELECT committed_at, leaf, content FROM entries WHERE shard = 0 AND position = ?",
                "SELECT committed_at FROM entries WHERE shard = 0 AND position = ?",
                """
                SELECT position, committed_at, leaf, content FROM entries
                WHERE shard = 0 AND position >= ? AND position < ? ORDER BY position
                """,
                "BEGIN",
                "COMMIT",
            ].map { UnsafeTransfer(try SQLiteStatement(database, $0)) }
        }
        selectFolds = statements[0].value
        selectFold = statements[1].value
        selectEntry = statements[2].value
        selectTimeAt = statements[3].value
        selectRange = statements[4].value
        begin = statements[5].value
        end = statements[6].value
    }

    /// Sees what has been committed. A view that is still of the last commit is kept: taking and giving back its lock
    /// costs as much as half a look-up.
    func look(at published: PublishedFeed) throws {
        let latest = published.generation
        guard generation != latest else { return }
        letGo()
        // The state first: the view then taken holds at least what it speaks of.
        feed = published.load()
        try begin.run()
        generation = latest
    }

    /// Ends its view, if it has one.
    func letGo() {
        guard generation != nil else { return }
        generation = nil
        try? end.run()
    }

    package func vehicleFiles(at key: LookupKey) throws -> [(id: FileID, file: VehicleFile)] {
        try open(sealedFiles(at: key, first: .max))
    }

    package func vehicleFiles(at key: LookupKey, atMost most: Int) throws -> [(id: FileID, file: VehicleFile)]? {
        let sealed = try sealedFiles(at: key, first: Int64(most) + 1)
        return sealed.count > most ? nil : try open(sealed)
    }

    private func sealedFiles(at key: LookupKey, first count: Int64) throws -> [(id: FileID, fold: [UInt8])] {
        var found: [(id: FileID, fold: [UInt8])] = []
        selectFolds.bind(1, key.value)
        selectFolds.bind(2, count)
        try selectFolds.rows { found.append((FileID($0.int(0)), $0.bytes(1))) }
        return found
    }

    /// Those that were merged are followed to where they went.
    private func open(_ sealed: [(id: FileID, fold: [UInt8])]) throws -> [(id: FileID, file: VehicleFile)] {
        var found: [(id: FileID, file: VehicleFile)] = []
        var merged: [FileID] = []
        for (id, fold) in sealed {
            let file = try open(fold, id)
            if let target = file.mergedInto { merged.append(target) } else { found.append((id, file)) }
        }
        for target in merged {
            let (id, file) = try follow(target)
            if !found.contains(where: { $0.id == id }) { found.append((id, file)) }
        }
        return found
    }

    private func follow(_ start: FileID) throws -> (FileID, VehicleFile) {
        var id = start
        while true {
            var sealed: [UInt8]?
            selectFold.bind(1, id.number)
            try selectFold.rows { sealed = $0.bytes(0) }
            guard let sealed else { throw RegistryFault.fileDamaged(id.number) }
            let file = try open(sealed, id)
            guard let next = file.mergedInto else { return (id, file) }
            id = next
        }
    }

    private func open(_ sealed: [UInt8], _ id: FileID) throws -> VehicleFile {
        if let bytes = try? sealer.open(sealed, .files, row: id.number), let file = VehicleFile(bytes: bytes) {
            return file
        }
        return try database.unsafeRead { database in
            try FoldRebuilder(database: database, shard: 0, sealer: sealer, rebuilt: rebuilt) {
                try self.entries([$0])[0]
            }
            .file(id, stored: sealed)
        }
    }

    package func entries(_ indexes: [Int64]) throws -> [Entry] {
        try indexes.map { index in
            var found: EntryRow?
            selectEntry.bind(1, index)
            try selectEntry.rows { found = EntryRow(committedAt: $0.int(0), leaf: $0.bytes(1), content: $0.bytes(2)) }
            guard let found else { throw RegistryFault.entryMissing(index) }
            return try EntryRow.entry(found, index: index, log: log, sealer: sealer)
        }
    }

    /// The leaves of entries that follow one another, each hashed anew; throws at the first that is missing or damaged.
    func leaves(in range: Range<Int64>) throws -> [Leaf] {
        var leaves: [Leaf] = []
        leaves.reserveCapacity(range.count)
        selectRange.bind(1, range.lowerBound)
        selectRange.bind(2, range.upperBound)
        try selectRange.rows { row in
            let index = range.lowerBound + Int64(leaves.count)
            guard row.int(0) == index else { throw RegistryFault.entryMissing(index) }
            let row = EntryRow(committedAt: row.int(1), leaf: row.bytes(2), content: row.bytes(3))
            leaves.append(try EntryRow.leaf(row, index: index, sealer: sealer))
        }
        return leaves
    }

    /// Commit times never fall along the log, so the size at a moment is found by halving.
    package func treeSize(at moment: Instant) throws -> Int64 {
        var low: Int64 = 0
        var high = try database.unsafeRead {
            try Int64.fetchOne($0, sql: "SELECT MAX(position) + 1 FROM entries WHERE shard = 0") ?? 0
        }
        while low < high {
            let middle = low + (high - low) / 2
            var time: Int64 = .max
            selectTimeAt.bind(1, middle)
            try selectTimeAt.rows { time = $0.int(0) }
            if time <= moment.milliseconds { low = middle + 1 } else { high = middle }
        }
        return low
    }

    package func sealedPlaces(beside indexes: [Int64]) throws -> [SealedPlace] {
        try database.unsafeRead { try StoredPlaces(database: $0).beside(indexes) }
    }

    package func sealedPlaces(under keys: Set<Int64>, from index: Int64) throws -> [SealedPlace] {
        try database.unsafeRead { try StoredPlaces(database: $0).under(keys, from: index) }
    }

    /// A statement that is run too seldom to be kept.
    func statement(_ sql: String, _ body: (SQLiteStatement) throws -> Void) throws {
        try database.unsafeRead { try body(SQLiteStatement($0, sql)) }
    }
}
