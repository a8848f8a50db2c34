/// The number a file is stored under; it means nothing outside the registry.
package struct FileID: Hashable, Comparable, Sendable {
    package let number: Int64

    package init(_ number: Int64) { self.number = number }

    package static func < (left: FileID, right: FileID) -> Bool { left.number < right.number }
}
