import Registry

extension SimulatedStore {
    func sealedPlaces(beside indexes: [Int64]) throws -> [SealedPlace] {
        try call()
        return try indexes.compactMap { index in
            guard let row = try row(RowKey(.entries, index), as: EntryRow.self), !row.personal.isEmpty else {
                return nil
            }
            return SealedPlace(index: index, file: row.file, keys: row.personal.map(\.keyNumber), isRecord: false)
        }
    }

    func sealedPlaces(under keys: Set<Int64>, from index: Int64) throws -> [SealedPlace] {
        guard index < feed.treeSize else { return [] }
        return try sealedPlaces(beside: Array(index..<feed.treeSize)).filter { !keys.isDisjoint(with: $0.keys) }
    }

    /// No simulated person asks to be forgotten.
    func erase(_ key: Int64, at places: [Int64], by entry: Int64) throws {}
}
