/// The factor by which the history moves the premium: one of six, or none — Floating Rules 3 and 7.
public enum FloatingFactor: String, CaseIterable, Sendable {
    case none
    case x1 = "X1"
    case x2 = "X2"
    case x3 = "X3"
    case x4 = "X4"
    case x5 = "X5"
    case x6 = "X6"

    /// 1 to 6; 0 for none.
    var number: Int {
        switch self {
        case .none: 0
        case .x1: 1
        case .x2: 2
        case .x3: 3
        case .x4: 4
        case .x5: 5
        case .x6: 6
        }
    }

    public var title: Sentence {
        switch self {
        case .none: Sentence("费率不浮动", "no float")
        case .x1: Sentence("上一个年度未发生有责任道路交通事故", "no accident at fault in the last year")
        case .x2: Sentence("上两个年度未发生有责任道路交通事故", "no accident at fault in the last two years")
        case .x3: Sentence("上三个及以上年度未发生有责任道路交通事故", "no accident at fault in the last three years and more")
        case .x4: Sentence("上一个年度发生一次有责任不涉及死亡的道路交通事故", "one accident at fault in the last year, nobody killed")
        case .x5: Sentence("上一个年度发生两次及两次以上有责任道路交通事故", "two or more accidents at fault in the last year")
        case .x6: Sentence("上一个年度发生有责任道路交通死亡事故", "an accident at fault in the last year in which somebody was killed")
        }
    }
}
