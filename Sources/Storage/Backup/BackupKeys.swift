import GRDB
import Registry

/// The key store in a directory of backups. There is one alone, so it is never written without looking at the one it
/// takes the place of: a key is in it for as long as it is not given up.
struct BackupKeys {
    let directory: BackupDirectory
    let random: any RandomSource

    private var path: String { "\(directory.path)/\(BackupDirectory.keysName)" }

    /// Goes through the rows; when they were written.
    @discardableResult
    func read(_ body: ([BackupValue]) throws -> Void) throws -> Int64 {
        let reader = try SealedReader(
            directory: directory.path, name: BackupDirectory.keysName, key: directory.key)
        var takenAt: Int64?
        try BackupRows.read(reader, path: path) { frame in
            switch frame {
            case .document(let bytes): takenAt = Int64(String(decoding: bytes, as: UTF8.self))
            case .row(.personKeys, let values): try body(values)
            case .row: throw BackupFault.damaged(path)
            }
        }
        guard let takenAt else { throw BackupFault.damaged(path) }
        return takenAt
    }

    /// Writes those of a registry. Throws a `Divergence` where one of them does not open and is not noted as given up,
    /// or one is missing that was there before.
    func write(_ keys: Database, _ rows: StoredRows, _ check: FileCheck, takenAt: Int64) throws {
        var before: [Int64] = []
        // One that is damaged cannot be compared with, and is made good by this.
        do { try read { if let number = $0[0].number { before.append(number) } } } catch is BackupFault { before = [] }
        var next = before.makeIterator()
        var expected = next.next()
        let file = try writer(takenAt)
        try SQLiteStatement(keys, BackupTable.personKeys.select + " ORDER BY number", checksTypes: true).rows { row in
            let number = row.int(0)
            if let missing = expected, missing < number { throw Divergence.personKeyDiffers(missing) }
            if expected == number { expected = next.next() }
            try RowComparison.checkPersonKey(row, check, rows)
            try file.write(BackupRows.encode(.personKeys, row))
        }
        if let expected { throw Divergence.personKeyDiffers(expected) }
        try file.finish()
    }

    /// Gives up in the backup what was given up in a registry; everything else stays as it is there.
    func giveUp(_ erased: [Int64: [UInt8]]) throws {
        var kept: [[BackupValue]] = []
        let takenAt = try read { kept.append($0) }
        let file = try writer(takenAt)
        for values in kept {
            guard let number = values[0].number, let person = values[1].number, let wrapped = values[2].bytes else {
                throw BackupFault.damaged(path)
            }
            let isErased = erased[number].map { $0 == KeyStore.identity(person: person, wrapped: wrapped) } ?? false
            try file.write(
                BackupRows.encode(
                    .personKeys, isErased ? [.number(number), .number(0), .bytes([])] : values))
        }
        try file.finish()
    }

    private func writer(_ takenAt: Int64) throws -> SealedWriter {
        let file = try SealedWriter(
            directory: directory.path, name: BackupDirectory.keysName, key: directory.key, random: random)
        try file.write(BackupRows.encode(document: Array(String(takenAt).utf8)))
        return file
    }
}
