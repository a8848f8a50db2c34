import Registry

/// Personal values beside an entry that can be opened by nobody any more.
struct LostValues {
    let erased: Set<Field>
    /// Of these, those whose erasure has no entry yet.
    let awaiting: Set<Field>
    /// Of these, those of which something sealed is left. What was erased is empty, so that nothing can be
    /// changed unseen.
    let left: Set<Field>

    /// Throws a `Divergence` unless the entries say so of exactly these.
    func check(against told: [Field: EntryID], at index: Int64) throws {
        let told = Set(told.keys)
        guard told.isSubset(of: erased) else { throw Divergence.erasureUndone(index) }
        guard erased.subtracting(awaiting) == told else { throw Divergence.erasureUnfounded(index) }
        guard left.isEmpty else { throw Divergence.personalValuesDiffer(index) }
    }
}
