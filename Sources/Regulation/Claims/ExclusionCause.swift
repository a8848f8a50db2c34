/// Why a policy does not answer for an accident and only advances rescue costs (垫付) — Regulation 22.
public enum ExclusionCause: String, CaseIterable, Sendable {
    case unlicensed, drunk, stolen, insuredIntentional

    /// Whether a court has the insurer pay injuries all the same — Supreme Court Interpretation 15. It names the driver
    /// without licence, the drunken and the one who meant it, and is silent of the stolen vehicle.
    var courtPaysInjuries: Bool { self != .stolen }

    /// The term we write.
    public var chineseTerm: String { terms[0] }

    private var terms: [String] {
        switch self {
        case .unlicensed: ["未取得驾驶资格", "无证驾驶", "无证"]
        case .drunk: ["醉酒", "醉酒驾驶"]
        case .stolen: ["被盗抢期间", "盗抢期间", "盗抢"]
        case .insuredIntentional: ["被保险人故意制造交通事故", "被保险人故意"]
        }
    }

    /// Reads an English code or a Chinese term.
    public static func read(_ text: String) -> Reading<ExclusionCause> { vocabulary.read(text) }

    private static let vocabulary = Vocabulary<ExclusionCause>(name: "免责事由", path: "cause", terms: \.terms)
}
