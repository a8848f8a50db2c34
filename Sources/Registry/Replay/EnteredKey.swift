/// That a file is found under a key, as its entries say. There are millions; it takes sixteen bytes.
package struct EnteredKey: Equatable, Comparable, Sendable {
    package let key: LookupKey
    /// Twice the file's number, and one more where it is not certain.
    private let place: Int64

    package init(key: LookupKey, file: FileID, isCertain: Bool) {
        self.key = key
        place = file.number << 1 | (isCertain ? 0 : 1)
    }

    package var file: FileID { FileID(place >> 1) }

    /// `false` where the entry does not tell: a record in quarantine may be noted apart from the vehicle it names.
    package var isCertain: Bool { place & 1 == 0 }

    /// By key, then by file; what is certain first.
    package static func < (left: EnteredKey, right: EnteredKey) -> Bool {
        left.key.value != right.key.value ? left.key.value < right.key.value : left.place < right.place
    }
}

extension KeyedHasher {
    /// Everything a report is found by that this entry makes by itself: a report as sent, or entered anew in another
    /// file. A correction within a file makes another of an earlier entry; a retraction makes none.
    func keys(enteredBy content: EntryContent) -> [LookupKey] {
        switch content.event {
        case .retraction: return []
        case .correction where content[.correctionID] == nil: return []
        default:
            guard let submission = Submission(entry: content) else { return [] }
            return keys(of: submission).all + keys(formerlyOf: content)
        }
    }
}
