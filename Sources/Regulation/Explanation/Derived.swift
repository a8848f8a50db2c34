/// A value and, when it was recorded, how it came about.
public struct Derived<Value: Sendable, Node: Sendable>: Sendable {
    public let value: Value
    public let node: Node

    public init(_ value: Value, _ node: Node) {
        self.value = value
        self.node = node
    }
}
