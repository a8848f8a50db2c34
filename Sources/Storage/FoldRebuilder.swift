import GRDB
import Registry
import Regulation

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

    /// The entries of a file that no other was merged into, or of all that were, and the merges.
    private struct Contents {
        var entries: [Int64]
        var merges: [FileMerge] = []
    }

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
        if let into = try Int64.fetchOne(
            database, sql: "SELECT file FROM merges WHERE shard = ? AND absorbed = ?", arguments: [shard, id.number])
        {
            var forwarding = VehicleFile()
            forwarding.mergedInto = FileID(into)
            return forwarding
        }
        let contents = try contents(of: id)
        guard !contents.entries.isEmpty else { throw RegistryFault.fileDamaged(id.number) }
        return VehicleFile(folding: try contents.entries.sorted().map(entry), merges: contents.merges)
    }

    private func contents(of id: FileID) throws -> Contents {
        var contents = Contents(
            entries: try Int64.fetchAll(
                database, sql: "SELECT position FROM entries WHERE shard = ? AND file = ? ORDER BY position",
                arguments: [shard, id.number]))
        let rows = try Row.fetchAll(
            database,
            sql: "SELECT absorbed, merged_at FROM merges WHERE shard = ? AND file = ? ORDER BY merged_at, absorbed",
            arguments: [shard, id.number])
        for row in rows {
            guard let at = Instant(milliseconds: row["merged_at"]) else { throw RegistryFault.fileDamaged(id.number) }
            let absorbed = FileID(row["absorbed"])
            let other = try self.contents(of: absorbed)
            contents.entries += other.entries
            contents.merges += other.merges
            contents.merges.append(FileMerge(from: absorbed, at: at, entries: other.entries.sorted()))
        }
        return contents
    }
}
