import GRDB
import Registry

/// Makes a fold anew from its entries when it was stored in another version, or does not open.
///
/// Which entries a file has no index tells, for every record would pay for it: the whole log is looked through. That is
/// done for a damaged fold alone, and once, for it is written anew then.
struct FoldRebuilder {
    let database: Database
    let shard: Int64
    let sealer: RowSealer
    let rebuilt: RebuiltFolds
    let entry: (Int64) throws -> Entry

    /// Throws where one of the entries does not open either.
    func file(_ id: FileID, stored sealed: [UInt8]) throws -> VehicleFile {
        if let bytes = try? sealer.open(sealed, .files, row: id.number),
            let file = try VehicleFile(anew: bytes, entries: { try $0.map(entry) })
        {
            return file
        }
        let file = try file(id)
        rebuilt.note(id)
        return file
    }

    private func file(_ id: FileID) throws -> VehicleFile {
        let table = try MergeTable(around: id) { try SQLiteStatement(database, $0) }
        if let into = table.into(id) {
            var forwarding = VehicleFile()
            forwarding.mergedInto = into
            return forwarding
        }
        var held: [FileID: [Int64]] = [:]
        for file in table.family(of: id) {
            held[file] = try Int64.fetchAll(
                database, sql: "SELECT position FROM entries WHERE shard = ? AND file = ? ORDER BY position",
                arguments: [shard, file.number])
        }
        let indexes = held.values.flatMap(\.self).sorted()
        guard !indexes.isEmpty, let merges = table.merges(of: id, entries: held) else {
            throw RegistryFault.fileDamaged(id.number)
        }
        return VehicleFile(folding: try indexes.map(entry), merges: merges)
    }
}
