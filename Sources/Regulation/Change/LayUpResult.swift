/// How a lay-up moves the end of the period.
public struct LayUpResult<Node: Sendable>: Sendable {
    public let newEnd: Derived<Instant, Node>
    public let restedDays: Int
}
