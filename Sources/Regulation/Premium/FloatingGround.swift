/// Why the history moves the premium as it does, or does not — Floating Rules 6 to 11, Underwriting Code 3(2), 3(6),
/// 5(2).
enum FloatingGround: Sendable {
    case classNeverFloats, lowSpeedNeverFloats, shortTermNeverFloats
    case firstInsurance, soldFromOtherProvince, movedWithoutProof, beforeTheRules, noEarlierPolicy
    case paidDeath, paidClaims, unpaidClaim, shortPredecessor, clean

    var citation: Citation {
        switch self {
        case .classNeverFloats: Citation(.floatingRules2007, "第6条")
        case .lowSpeedNeverFloats: Citation(.underwritingCode2020, "第三节六")
        case .shortTermNeverFloats, .shortPredecessor: Citation(.underwritingCode2020, "第三节二")
        case .firstInsurance, .noEarlierPolicy: Citation(.floatingRules2007, "第11条(一)")
        case .soldFromOtherProvince: Citation(.underwritingCode2020, "第五节二")
        case .movedWithoutProof: Citation(.floatingRules2007, "第11条(六)")
        case .beforeTheRules: Citation(.floatingRules2007, "第2条")
        case .paidDeath, .paidClaims: Citation(.floatingRules2007, "第7条")
        case .unpaidClaim: Citation(.floatingRules2007, "第10条")
        case .clean: Citation(.floatingRules2007, "第3条")
        }
    }

    var reason: Sentence {
        switch self {
        case .classNeverFloats: Sentence("摩托车和拖拉机不浮动", "motorcycles and tractors do not float")
        case .lowSpeedNeverFloats: Sentence("低速载货汽车与三轮汽车不浮动", "low-speed trucks and three-wheelers do not float")
        case .shortTermNeverFloats:
            Sentence("临时入境、临时上道路行驶的短期险不浮动", "short terms for temporary entry or use do not float")
        case .firstInsurance: Sentence("首次投保不浮动", "the first insurance does not float")
        case .soldFromOtherProvince:
            Sentence("自外省转入后重新投保，不浮动", "insured anew after a sale from another province, no float")
        case .movedWithoutProof: Sentence("跨省变更投保地而不能提供证明，不浮动", "moved from another province without proof, no float")
        case .beforeTheRules: Sentence("2007年7月1日以前不浮动", "before 1 July 2007 nothing floats")
        case .noEarlierPolicy: Sentence("没有可计算的上期保单，不浮动", "no earlier policy to go by, no float")
        case .paidDeath: Sentence("区间内已赔付的有责任事故涉及死亡", "a paid accident at fault in the window killed somebody")
        case .paidClaims: Sentence("按区间内已赔付的有责任事故次数", "by the paid accidents at fault in the window")
        case .unpaidClaim:
            Sentence("区间内有责任事故尚未赔付，本期不浮动", "an accident at fault in the window is not yet paid: no float this time")
        case .shortPredecessor: Sentence("上期为短期险，不下浮", "the last policy was a short one: no discount")
        case .clean: Sentence("按连续无有责任赔案的年度", "by the years in a row without a paid claim at fault")
        }
    }
}
