import Registry

/// A row of the key store.
struct StoredKey: Sendable {
    let person: LookupKey
    let wrapped: [UInt8]
    /// Whether it was given up and no entry says so yet.
    let isAwaitingEntry: Bool
}
