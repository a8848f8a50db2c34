import Registry

/// What may keep the history from counting as usual.
enum PremiumCircumstance: String, CaseIterable {
    case soldFromElsewhere, movedWithProof, movedWithoutProof, unpaid

    var title: Phrase {
        switch self {
        case .soldFromElsewhere: Phrase("二手车，从外省买来", "Bought second-hand from another province")
        case .movedWithProof: Phrase("从外省迁来，有以往的投保和理赔证明", "Moved from another province, with proof of its history")
        case .movedWithoutProof: Phrase("从外省迁来，没有证明", "Moved from another province, without proof")
        case .unpaid: Phrase("上一年的事故还没有赔完", "Last year’s accident has not been paid yet")
        }
    }
}
