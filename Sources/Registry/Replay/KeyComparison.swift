/// Compares the keys as stored with those that the entries make, both in rising order.
///
/// A file that was merged into another need not be entered under a key again that leads to the other: of files that are
/// one vehicle now, one is enough.
package struct KeyComparison {
    package enum Difference: Equatable {
        /// No entry of the file makes this key.
        case unfounded(LookupKey, FileID)
        /// The key does not lead to the file, although one of its entries makes it.
        case missing(LookupKey, FileID)
    }

    private let derived: [EnteredKey]
    /// Where a file's vehicle is now.
    private let current: (FileID) -> FileID
    private var next = 0
    private var key: LookupKey?
    private var files: [FileID] = []

    /// `derived` in rising order.
    package init(derived: [EnteredKey], current: @escaping (FileID) -> FileID) {
        self.derived = derived
        self.current = current
    }

    /// The next row as stored; rows come by key and then by file.
    package mutating func take(_ key: LookupKey, _ file: FileID, differing: (Difference) -> Void) {
        if key != self.key {
            settle(differing)
            self.key = key
        }
        files.append(file)
    }

    /// After the last row.
    package mutating func finish(differing: (Difference) -> Void) {
        settle(differing)
        while next < derived.count { passOver(differing) }
    }

    private mutating func settle(_ differing: (Difference) -> Void) {
        guard let key else { return }
        while next < derived.count, derived[next].key < key { passOver(differing) }
        let start = next
        while next < derived.count, derived[next].key == key { next += 1 }
        let made = derived[start..<next]
        for file in files where !made.contains(where: { $0.file == file }) { differing(.unfounded(key, file)) }
        for one in made where one.isCertain && !isFound(one.file) { differing(.missing(key, one.file)) }
        files.removeAll(keepingCapacity: true)
    }

    /// A key that is not stored at all.
    private mutating func passOver(_ differing: (Difference) -> Void) {
        if derived[next].isCertain { differing(.missing(derived[next].key, derived[next].file)) }
        next += 1
    }

    private func isFound(_ file: FileID) -> Bool {
        if files.contains(file) { return true }
        let vehicle = current(file)
        return files.contains { current($0) == vehicle }
    }
}
