/// The vehicle file a decision works on: loaded or new, with other files of the same vehicle merged into it.
struct OpenFile {
    let id: FileID
    let isNew: Bool
    var file: VehicleFile
    /// Files that turned out to be this vehicle.
    private let absorbed: [FileID]

    /// The first id is the file that stays; an empty list opens a new one.
    init(_ ids: [FileID], in store: some RegistryTransaction) throws {
        guard let first = ids.first else {
            id = try store.newFile()
            isNew = true
            file = VehicleFile()
            absorbed = []
            return
        }
        id = first
        isNew = false
        absorbed = Array(ids.dropFirst())
        let kept = try store.file(first)
        file = absorbed.isEmpty ? kept : try Self.merge(kept, absorbed, in: store)
    }

    private static func merge(_ kept: VehicleFile, _ ids: [FileID], in store: some RegistryTransaction) throws
        -> VehicleFile
    {
        var indexes = kept.entries
        for id in ids { indexes += try store.file(id).entries }
        return VehicleFile(folding: try entries(indexes.sorted(), in: store))
    }

    /// Entries by index; one that should be there and is not stops everything.
    static func entries(_ indexes: [Int64], in store: some RegistryTransaction) throws -> [Entry] {
        try indexes.map { index in
            guard let entry = try store.entry(index) else { throw RegistryFault.entryMissing(index) }
            return entry
        }
    }

    /// Stores the file and everything it is found by.
    func close(entering keys: [LookupKey], in store: some RegistryTransaction) throws {
        try store.store(file, as: id)
        try store.enter(keys, for: id)
        for other in absorbed {
            var forwarding = VehicleFile()
            forwarding.mergedInto = id
            try store.store(forwarding, as: other)
        }
    }
}
