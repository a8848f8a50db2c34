import GRDB
import Registry
import Regulation
import TransparencyLog

/// Reads the rows of a backup into a new registry, as far as they were known at a moment.
///
/// All entries are read, also those after the moment: only so is it proven that the restored ones are the beginning of
/// what the log had signed.
struct RestoredRows {
    /// What came of it.
    struct Result {
        var entries: Int64 = 0
        var lastCommittedAt: Instant?
        var root = MerkleTree.emptyRoot()
        var provenIn: Int64 = 0
        /// Keys given up that restored entries were sealed under.
        var erasedInUse: Set<Int64> = []
        /// Of these, those whose erasure came after the moment.
        var awaiting = 0
    }

    let database: Database
    let audit: Database
    let checks: RowCheck
    let header: BackupHeader
    let moment: Instant?
    let watermarks: [String: Int64]
    /// Of the log whose checkpoints are believed.
    let identity: LogIdentity
    /// Every key that was given up, whenever.
    let erased: Set<Int64>

    func read(_ directory: BackupDirectory, _ progress: BackupRun.Progress) throws -> Result {
        var result = Result()
        var told: Set<Int64> = []
        let signed = try header.checkpoint.map { text in
            guard let note = SignedNote(text), let signed = try? SignedCheckpoint(note, of: identity) else {
                throw BackupFault.notWhatWasSigned
            }
            return signed.checkpoint
        }
        var tree = try BackupTree(upTo: header, published: signed)
        result.provenIn = signed?.size ?? 0
        let inserts = Dictionary(
            uniqueKeysWithValues: try BackupTable.allCases.filter { $0 != .personKeys }.map {
                ($0, try SQLiteStatement($0 == .audit ? audit : database, $0.insert))
            })
        let statements = try WriterStatements(database, checks: checks)
        for connection in [database, audit] { try connection.execute(sql: "BEGIN IMMEDIATE") }
        func take(_ frame: BackupRows.Frame) throws {
            guard case .row(let table, let values) = frame else { return }
            if table == .entries {
                guard let leaf = values[4].bytes.flatMap({ Hash(bytes: $0) }), values[1].number == tree.size else {
                    throw BackupFault.notWhatWasSigned
                }
                try tree.append(leaf)
                if tree.size % 4096 == 0 { progress(tree.size, header.entries) }
                guard isKept(values[3].number) else { return }
                result.entries = tree.size
                result.root = tree.root
                result.lastCommittedAt = values[3].number.flatMap { Instant(milliseconds: $0) }
                let used = values[6].bytes.flatMap { SealedPersonalValues.keyNumbers($0) } ?? []
                result.erasedInUse.formUnion(erased.intersection(used))
            }
            guard let kept = kept(table, values, &result) else { return }
            if table == .erasures, let key = values[0].number { told.insert(key) }
            guard let insert = inserts[table] else { return }
            insert.bind(kept)
            try insert.run()
        }
        let names = header.stretches.map { (BackupDirectory.name(stretch: $0.number), $0.identity as String?) }
        for (name, identity) in names + [(BackupDirectory.name(takenAt: header.takenAt), nil)] {
            let reader = try SealedReader(directory: directory.path, name: name, key: directory.key)
            guard identity == nil || reader.identity.hex == identity else {
                throw BackupFault.damaged("\(directory.path)/\(name)")
            }
            try BackupRows.read(reader, path: "\(directory.path)/\(name)", take)
            try database.execute(sql: "COMMIT; BEGIN IMMEDIATE")
            _ = try? database.checkpoint(.passive)
        }
        try tree.finish()
        guard result.entries > 0 || moment == nil else {
            throw BackupFault.beforeBeginning(moment ?? .distantPast)
        }
        for key in result.erasedInUse.subtracting(told).sorted() {
            try statements.noteErasure(of: key, by: nil, was: [])
            result.awaiting += 1
        }
        for connection in [database, audit] { try connection.execute(sql: "COMMIT") }
        return result
    }

    private func isKept(_ milliseconds: Int64?) -> Bool {
        guard let moment else { return true }
        return (milliseconds ?? .max) <= moment.milliseconds
    }

    /// The row as it is to be restored; `nil` for one that was not known at the moment. Rows stand behind all entries.
    private func kept(_ table: BackupTable, _ values: [BackupValue], _ result: inout Result) -> [BackupValue]? {
        func isBefore(_ column: Int) -> Bool { values[column].number.map { $0 < result.entries } ?? false }
        switch table {
        case .audit: return values
        case .entries:
            var kept = values
            kept[6] = personal(values[6])
            return kept
        case .reports, .reportDigests: return isBefore(2) ? values : nil
        case .quarantine:
            guard isBefore(2) else { return nil }
            var kept = values
            if let key = values[3].number, erased.contains(key) {
                result.erasedInUse.insert(key)
                kept[4] = .bytes([])
            }
            return kept
        case .quarantinePositions: return isBefore(0) ? values : nil
        case .merges: return isKept(values[3].number) ? values : nil
        case .insurers: return insurer(values)
        case .credentials: return isKept(values[4].number) ? values : nil
        case .idempotency: return isKept(values[2].number) ? values : nil
        case .erasures: return isBefore(1) ? values : nil
        case .personKeys: return nil
        }
    }

    /// What is sealed under a key that was given up is not brought back, be it in a stretch of before.
    private func personal(_ value: BackupValue) -> BackupValue {
        guard !erased.isEmpty, let values = value.bytes.flatMap({ SealedPersonalValues.decode($0) }),
            values.contains(where: { erased.contains($0.keyNumber) })
        else { return value }
        return .bytes(
            SealedPersonalValues.encode(
                values.map {
                    erased.contains($0.keyNumber) ? SealedPersonalValues(keyNumber: $0.keyNumber, bytes: []) : $0
                }))
    }

    /// Counts follow from the entries. What an insurer had stated by the moment is taken from the last backup before
    /// it: less may have been stated than was, never more.
    private func insurer(_ values: [BackupValue]) -> [BackupValue]? {
        guard let code = values[0].text, let name = values[1].text else { return nil }
        var insurer = FeedStatus.Insurer(name: name)
        // One of which no earlier statement is known has said nothing: its last record says less still.
        let through = moment == nil ? values[2].number : watermarks[code] ?? values[2].number.map { _ in 0 }
        insurer.reportedThrough = through.flatMap { Instant(milliseconds: $0) }
        return [
            .text(code), .text(name), through.map { .number($0) } ?? .null, .null, .number(0), .number(0),
            .bytes(insurer.sequences.bytes), .number(checks.insurer(code, insurer)),
        ]
    }
}
