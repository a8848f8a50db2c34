/// What each insurer has reported, counted again from the entries in log order.
///
/// Names and watermarks stand in no entry; they are left empty.
package struct FeedReplay: Sendable {
    /// The note of a record in quarantine.
    package struct Note: Equatable, Sendable {
        package let insurer: InsurerCode
        package fileprivate(set) var isSettled = false
        /// Whether the row that was kept was erased.
        package fileprivate(set) var isErased = false
    }

    package private(set) var insurers: [InsurerCode: FeedStatus.Insurer] = [:]
    /// By their entries' indexes.
    package private(set) var notes: [Int64: Note] = [:]

    package init() {}

    /// The next entry in log order.
    package mutating func add(_ trace: EntryTrace) {
        var insurer = insurers[trace.insurer] ?? FeedStatus.Insurer(name: "")
        // The count is taken out of the table while it grows, so that its stretches are not copied.
        insurers[trace.insurer] = nil
        switch trace.kind {
        case .received:
            insurer.accepted += 1
            insurer.lastAcceptedAt = trace.committedAt
        case .quarantined:
            insurer.openQuarantine += 1
            notes[trace.index] = Note(insurer: trace.insurer)
        case .erasure: if let erased = trace.erases { notes[erased]?.isErased = true }
        case .own: break
        }
        if let sequence = trace.sequence { insurer.sequences.insert(sequence) }
        insurers[trace.insurer] = insurer
        if let withdrawn = trace.withdraws { settle(withdrawn) }
    }

    private mutating func settle(_ index: Int64) {
        guard let note = notes[index], !note.isSettled else { return }
        notes[index]?.isSettled = true
        insurers[note.insurer]?.openQuarantine -= 1
    }
}
