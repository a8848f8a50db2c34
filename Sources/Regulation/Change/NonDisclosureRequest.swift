/// How far the procedure of non-disclosure has come, and the day asked about.
public struct NonDisclosureRequest: Hashable, Sendable {
    /// When the insurer learnt that something that matters had not been disclosed.
    public var groundKnownOn: CivilDate?
    /// When the policyholder received the insurer's written notice; `nil` until then.
    public var noticeReceivedOn: CivilDate?
    /// When the policyholder made it good; `nil` until then.
    public var disclosedOn: CivilDate?
    public var on: CivilDate?

    public init(
        groundKnownOn: CivilDate? = nil, noticeReceivedOn: CivilDate? = nil, disclosedOn: CivilDate? = nil,
        on: CivilDate? = nil
    ) {
        self.groundKnownOn = groundKnownOn
        self.noticeReceivedOn = noticeReceivedOn
        self.disclosedOn = disclosedOn
        self.on = on
    }
}
