import Registry
import Regulation

/// Everything a store in memory keeps, made again from its entries, the files they lie in, and its merges.
struct RegistryReplay {
    private(set) var files: [FileID: VehicleFile] = [:]
    private(set) var keys: [EnteredKey] = []
    private(set) var feed = FeedReplay()
    private var mergedInto: [FileID: FileID] = [:]

    init(_ workbench: Workbench) throws {
        let store = workbench.store
        var placed: [FileID: [FileReplay.Placed]] = [:]
        for (index, row) in store.rows.enumerated() {
            guard let entry = try store.entry(Int64(index)), let trace = EntryTrace(entry) else {
                throw RegistryFault.entryMissing(Int64(index))
            }
            feed.add(trace)
            if let file = row.file { placed[file, default: []].append(.init(entry: entry, file: file)) }
        }
        for id in store.folds.keys { mergedInto[id] = try store.file(id).mergedInto }
        for id in placed.keys.sorted() {
            if let into = mergedInto[id] {
                files[id] = VehicleFile()
                files[id]?.mergedInto = into
                continue
            }
            let all = placed.filter { current($0.key) == id }.flatMap(\.value)
                .sorted { $0.entry.index < $1.entry.index }
            let replay = FileReplay(all, merges: try store.file(id).merges, hasher: workbench.hasher)
            files[id] = replay.file
            keys += replay.keys
        }
        keys.sort()
    }

    private func current(_ id: FileID) -> FileID {
        var id = id
        while let next = mergedInto[id] { id = next }
        return id
    }

    func differences(from stored: [LookupKey: Set<FileID>]) -> [KeyComparison.Difference] {
        var differences: [KeyComparison.Difference] = []
        var comparison = KeyComparison(derived: keys, current: current)
        for (key, files) in stored.sorted(by: { $0.key < $1.key }) {
            for file in files.sorted() { comparison.take(key, file) { differences.append($0) } }
        }
        comparison.finish { differences.append($0) }
        return differences
    }

    func hasCounts(of store: MemoryStore) -> Bool {
        for (code, insurer) in store.feed.insurers {
            let made = feed.insurers[code] ?? FeedStatus.Insurer(name: "")
            guard made.accepted == insurer.accepted, made.openQuarantine == insurer.openQuarantine,
                made.lastAcceptedAt == insurer.lastAcceptedAt, made.sequences == insurer.sequences
            else { return false }
        }
        return feed.notes.count == store.notes.count
            && feed.notes.allSatisfy { index, note in
                store.notes[index].map { $0.insurer == note.insurer && $0.isSettled == note.isSettled } ?? false
            }
    }
}
