import Registry

/// A vehicle's file as stored, with everything it is checked against, read in one state of the database.
struct StoredFile: Sendable {
    let id: FileID
    /// The fold as it was opened.
    let bytes: [UInt8]
    /// What it says; of another version's fold only the entries and the merges.
    let fold: VehicleFile
    let entries: [StoredEntry]
    let merges: MergeTable
    let keys: [Int64: StoredKey]
}
