/// Any JSON value, as a tree.
package enum JSONValue: Hashable, Sendable {
    /// One member of an object; no two of an object have the same name.
    package struct Member: Hashable, Sendable {
        package let name: String
        package let value: JSONValue

        package init(_ name: String, _ value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    case null
    case flag(Bool)
    /// As it is written, so that nothing is lost: `1e400`, `0.10`.
    case number(String)
    case text(String)
    case list([JSONValue])
    case object([Member])
}
