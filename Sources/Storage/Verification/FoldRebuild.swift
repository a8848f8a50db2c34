import GRDB
import Registry

/// Folds every file anew from its entries, found by the file that each entry's row names.
struct FoldRebuild {
    let rows: StoredRows
    let check: FileCheck
    let merges: MergeTable

    private(set) var changed: Int64 = 0
    private(set) var keys: [EnteredKey] = []
    /// In log order.
    private(set) var traces: [EntryTrace] = []
    /// Files that begin with a record in quarantine, with the key of the VIN it names.
    private(set) var noted: [FileID: LookupKey] = [:]
    private let storeFold: SQLiteStatement

    init(rows: StoredRows, check: FileCheck, merges: MergeTable) throws {
        self.rows = rows
        self.check = check
        self.merges = merges
        storeFold = try SQLiteStatement(
            rows.database,
            "INSERT INTO files (shard, file, fold) VALUES (0, ?, ?) "
                + "ON CONFLICT (file) DO UPDATE SET fold = excluded.fold")
    }

    mutating func run(progress: (Int64) -> Void) throws {
        let count = try rows.entryCount()
        let merged = Set(merges.absorbed.flatMap { [$0, merges.current($0)] + (merges.into($0).map { [$0] } ?? []) })
        var waiting: [FileID: [Int64]] = [:]
        var group: (file: FileID?, positions: [Int64]) = (nil, [])
        var made: Set<FileID> = []
        let select = try SQLiteStatement(
            rows.database, "SELECT file, position FROM entries ORDER BY file, position")
        func settle() throws {
            guard let file = group.file else { return try loose(group.positions) }
            made.insert(file)
            if merged.contains(file) {
                waiting[file] = group.positions
            } else {
                try fold(file, [file: group.positions])
            }
        }
        var done: Int64 = 0
        try select.rows { row in
            let file = row.optionalInt(0).map(FileID.init)
            if file != group.file {
                try settle()
                group = (file, [])
            }
            group.positions.append(row.int(1))
            done += 1
            if done % 4096 == 0 { progress(done) }
        }
        try settle()
        for file in waiting.keys.sorted() { try foldMerged(file, waiting) }
        traces.sort { $0.index < $1.index }
        guard Int64(traces.count) == count, traces.indices.allSatisfy({ traces[$0].index == Int64($0) }) else {
            let gap = traces.indices.first { traces[$0].index != Int64($0) } ?? traces.count
            throw Divergence.entryMissing(Int64(gap))
        }
        try dropUnfounded(made)
        keys.sort()
    }

    private func entry(_ position: Int64) throws -> Entry {
        guard let stored = try rows.entry(position) else { throw Divergence.entryMissing(position) }
        return try check.entry(stored)
    }

    private mutating func note(_ entry: Entry) throws {
        guard let trace = EntryTrace(entry) else { throw Divergence.entryUnreadable(entry.index) }
        traces.append(trace)
    }

    private mutating func loose(_ positions: [Int64]) throws {
        for position in positions { try note(entry(position)) }
    }

    private mutating func foldMerged(_ file: FileID, _ waiting: [FileID: [Int64]]) throws {
        if let into = merges.into(file) {
            var forwarding = VehicleFile()
            forwarding.mergedInto = into
            return try store(forwarding, as: file, over: stored(file))
        }
        try fold(file, waiting.filter { merges.family(of: file).contains($0.key) })
    }

    private mutating func fold(_ file: FileID, _ held: [FileID: [Int64]]) throws {
        guard var merges = merges.merges(of: file, entries: held) else { throw Divergence.mergeDiffers(file.number) }
        let stored = stored(file)
        if merges.count > 1, let stored = stored.flatMap({ VehicleFile(bytes: $0) }) { merges = stored.ordered(merges) }
        let places = held.flatMap { file, positions in positions.map { (position: $0, file: file) } }
            .sorted { $0.position < $1.position }
        let placed = try places.map { FileReplay.Placed(entry: try entry($0.position), file: $0.file) }
        for one in placed { try note(one.entry) }
        let replay = try FileReplay(placed, merges: merges, hasher: check.hasher, isShared: rows.isShared)
        keys += replay.keys
        for (id, positions) in held { noteDoubt(id, placed.first { $0.entry.index == positions.first }?.entry) }
        try store(replay.file, as: file, over: stored)
    }

    private mutating func noteDoubt(_ id: FileID, _ first: Entry?) {
        guard let content = first?.content, content.event == .quarantine,
            let vin = Submission(entry: content)?.vin
        else { return }
        noted[id] = check.hasher.key(of: vin)
    }

    /// The fold as it is stored, opened; `nil` where there is none that opens.
    private func stored(_ id: FileID) -> [UInt8]? {
        guard let sealed = try? rows.sealedFold(id) else { return nil }
        return try? check.sealer.open(sealed, .files, row: id.number)
    }

    private mutating func store(_ file: VehicleFile, as id: FileID, over stored: [UInt8]?) throws {
        let bytes = file.bytes
        guard bytes != stored else { return }
        changed += 1
        storeFold.bind(1, id.number)
        storeFold.bind(2, try check.sealer.seal(bytes, .files, row: id.number))
        try storeFold.run()
    }

    private mutating func dropUnfounded(_ made: Set<FileID>) throws {
        var unfounded: [Int64] = []
        try SQLiteStatement(rows.database, "SELECT shard, file FROM files").rows { row in
            if row.int(0) != 0 || !made.contains(FileID(row.int(1))) { unfounded.append(row.int(1)) }
        }
        let drop = try SQLiteStatement(rows.database, "DELETE FROM files WHERE file = ?")
        for file in unfounded {
            drop.bind(1, file)
            try drop.run()
            changed += 1
        }
    }
}
