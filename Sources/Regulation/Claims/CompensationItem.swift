/// What a payment is for (赔偿项目); each item has a limit of its own, and nothing moves between them — Regulation 23.
public enum CompensationItem: String, CaseIterable, Sendable {
    case property, medical, deathDisability
    /// What saves a life, advanced where the policy does not answer — Regulation 22.
    case rescueAdvance

    /// The item whose limit bounds it: an advance stays within the medical limit.
    var limitedAs: CompensationItem { self == .rescueAdvance ? .medical : self }

    /// The order in which an answer lists them.
    var order: Int {
        switch self {
        case .property: 0
        case .medical: 1
        case .deathDisability: 2
        case .rescueAdvance: 3
        }
    }

    /// The items that persons claim under.
    static let injuries = [CompensationItem.medical, .deathDisability]

    public var title: Sentence {
        switch self {
        case .property: Sentence("财产损失", "property")
        case .medical: Sentence("医疗费用", "medical costs")
        case .deathDisability: Sentence("死亡伤残", "death and disability")
        case .rescueAdvance: Sentence("垫付抢救费用", "advance of rescue costs")
        }
    }
}
