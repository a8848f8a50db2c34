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
        var merges = kept.merges
        for id in ids {
            let other = try store.file(id)
            indexes += other.entries
            merges += other.merges
            merges.append(FileMerge(from: id, at: store.committedAt, entries: other.entries))
        }
        var merged = VehicleFile(folding: try entries(indexes.sorted(), in: store))
        merged.merges = merges
        return merged
    }

    /// Entries by index; one that should be there and is not stops everything.
    static func entries(_ indexes: [Int64], in store: some RegistryTransaction) throws -> [Entry] {
        try indexes.map { index in
            guard let entry = try store.entry(index) else { throw RegistryFault.entryMissing(index) }
            return entry
        }
    }

    /// Where a file's vehicle is now.
    static func current(_ id: FileID, in store: some FileLookup) throws -> FileID {
        var current = id
        while let next = try store.file(current).mergedInto { current = next }
        return current
    }

    func entries(in store: some RegistryTransaction) throws -> [Entry] { try Self.entries(file.entries, in: store) }

    /// Takes in entries that reach back to earlier ones; `known` are the file's so far, where they were read before.
    mutating func refold(with added: [Entry], after known: [Entry] = [], in store: some RegistryTransaction) throws {
        let merges = file.merges
        let earlier = known.count == file.entries.count ? known : try entries(in: store)
        file = VehicleFile(folding: earlier + added)
        file.merges = merges
    }

    /// Stores the file and everything it is found by.
    func close(entering keys: [LookupKey], by hasher: KeyedHasher, in store: some RegistryTransaction) throws {
        try closeUnshared(entering: keys, in: store)
        try SharedPlates(hasher: hasher).enter(file, as: id, in: store)
    }

    /// The same where none of its plates is shared, or each was the vehicle's before: saves looking.
    func closeUnshared(entering keys: [LookupKey], in store: some RegistryTransaction) throws {
        try store.store(file, as: id)
        try store.enter(keys, for: id)
        for other in absorbed {
            var forwarding = VehicleFile()
            forwarding.mergedInto = id
            try store.store(forwarding, as: other)
        }
    }
}
