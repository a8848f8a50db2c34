/// What an endorsement is asked for with; the way may be given, or follow from the matter.
public struct EndorsementRequest: Hashable, Sendable {
    public var kind: EndorsementKind?
    public var matter: EndorsementMatter?
    /// For the whole period, before the change.
    public var oldPremium: Amount?
    /// For the whole period, after the change.
    public var newPremium: Amount?
    public var start: Instant?
    public var end: Instant?
    public var effectiveAt: Instant?

    public init(
        kind: EndorsementKind? = nil, matter: EndorsementMatter? = nil, oldPremium: Amount? = nil,
        newPremium: Amount? = nil, start: Instant? = nil, end: Instant? = nil, effectiveAt: Instant? = nil
    ) {
        self.kind = kind
        self.matter = matter
        self.oldPremium = oldPremium
        self.newPremium = newPremium
        self.start = start
        self.end = end
        self.effectiveAt = effectiveAt
    }
}
