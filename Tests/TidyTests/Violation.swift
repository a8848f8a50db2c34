/// One place where a text of the tree breaks a rule of the house.
struct Violation: Hashable, Comparable, CustomStringConvertible {
    /// From the root of the tree, with `/`.
    let path: String
    /// Counted from 1.
    let line: Int
    let message: String

    var description: String { "\(path):\(line): \(message)" }

    static func < (left: Violation, right: Violation) -> Bool {
        (left.path, left.line, left.message) < (right.path, right.line, right.message)
    }
}
