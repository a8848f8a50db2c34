/// What the entries of a file say was erased beside others of them.
package struct Erasures: Sendable {
    private var byTarget: [Int64: [Field: EntryID]] = [:]
    private var records: [Int64: EntryID] = [:]

    package init(_ entries: some Sequence<Entry>) {
        for entry in entries where entry.content.event == .erasure {
            guard let target = entry.content.targetID else { continue }
            if entry.content.erasesRecord { records[target.index] = entry.id }
            for field in entry.content.erasedFields { byTarget[target.index, default: [:]][field] = entry.id }
        }
    }

    /// Each field that was erased beside an entry, and the entry that says so.
    package func beside(_ index: Int64) -> [Field: EntryID] { byTarget[index] ?? [:] }

    /// The entry that says that a record kept in quarantine was erased.
    package func ofRecord(_ index: Int64) -> EntryID? { records[index] }
}
