import Registry

/// A row of the key store.
struct StoredKey: Sendable {
    let person: LookupKey
    let wrapped: [UInt8]
}
