import Regulation

@testable import Registry

/// What the answering side reads: between two groups of jobs, so what is committed and nothing else.
extension SimulatedStore: RegistryReader {
    func vehicleFiles(at key: LookupKey) throws -> [(id: FileID, file: VehicleFile)] {
        var found: [FileID: VehicleFile] = [:]
        for id in try files(at: key) {
            let current = try OpenFile.current(id, in: self)
            found[current] = try file(current)
        }
        return found.sorted { $0.key < $1.key }.map { (id: $0.key, file: $0.value) }
    }

    func entries(_ indexes: [Int64]) throws -> [Entry] {
        try indexes.map { index in
            guard let entry = try entry(index) else { throw RegistryFault.entryMissing(index) }
            return entry
        }
    }

    func treeSize(at moment: Instant) throws -> Int64 {
        var size: Int64 = 0
        while size < feed.treeSize, let row = try row(RowKey(.entries, size), as: EntryRow.self),
            row.committedAt <= moment
        { size += 1 }
        return size
    }
}

extension SimulatedStore {
    /// Files that were not merged into another, by number.
    var livingFiles: [(id: FileID, file: VehicleFile)] {
        get throws {
            try disk.keys(.folds).compactMap { Int64($0.name) }.sorted()
                .map { (id: FileID($0), file: try file(FileID($0))) }.filter { $0.file.mergedInto == nil }
        }
    }
}
