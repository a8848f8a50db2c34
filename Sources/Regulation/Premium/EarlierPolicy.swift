/// An earlier policy of the vehicle: when it was issued, and the term it was concluded for.
public struct EarlierPolicy: Hashable, Sendable {
    public var issuedAt: Instant?
    public var start: Instant?
    public var end: Instant?

    public init(issuedAt: Instant?, start: Instant?, end: Instant?) {
        self.issuedAt = issuedAt
        self.start = start
        self.end = end
    }

    /// Whether its contracted term is 365 days or more; a short term is a shorter one.
    var isFullYear: Bool {
        guard let start, let end else { return false }
        return end.milliseconds - start.milliseconds >= 365 * 86_400_000
    }
}
