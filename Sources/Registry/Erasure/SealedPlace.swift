/// Where something of a person's is kept sealed: beside an entry, or as a record in quarantine.
package struct SealedPlace: Equatable, Sendable {
    /// The entry, or the note of the record.
    package let index: Int64
    /// The file it lies in; `nil` for a note of a record that named none.
    package let file: FileID?
    /// The keys it is sealed under, in the order in which its values are kept.
    package let keys: [Int64]
    /// Whether it is a whole record as it was sent.
    package let isRecord: Bool

    package init(index: Int64, file: FileID?, keys: [Int64], isRecord: Bool) {
        self.index = index
        self.file = file
        self.keys = keys
        self.isRecord = isRecord
    }
}
