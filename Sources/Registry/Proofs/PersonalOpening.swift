/// What is known of a personal value when an entry is opened.
package enum PersonalOpening: Sendable {
    /// The person's key, 32 bytes, and the value that was sealed under it.
    case known(key: [UInt8], value: String)
    /// The key and the value are gone; the entry that says so.
    case erased(by: EntryID)
}
