package import Regulation

/// Why a contract ended early: the six grounds on which a policyholder may ask (code, section 5 part 2),
/// and the insurer's own, non-disclosure (section 5 part 1).
package enum CancellationGround: String, CaseIterable, Sendable {
    case deregistered, laidUp, stolen, duplicate, movedAway, defective, nonDisclosure

    /// The terms seen in insurers' files; the first is the one we write.
    package var chineseTerms: [String] {
        switch self {
        case .deregistered: ["注销登记", "车辆注销登记", "报废"]
        case .laidUp: ["办理停驶", "停驶"]
        case .stolen: ["丢失", "被盗抢", "盗抢", "车辆丢失"]
        case .duplicate: ["重复投保"]
        case .movedAway: ["转籍", "转出", "异地过户", "转至车籍所在地以外"]
        case .defective: ["质量问题", "新车退车", "不予上户"]
        case .nonDisclosure: ["未如实告知"]
        }
    }

    package var citation: Citation {
        switch self {
        case .deregistered: Citation(.underwritingCode2020, "第五节二(一)")
        case .laidUp: Citation(.underwritingCode2020, "第五节二(二)")
        case .stolen: Citation(.underwritingCode2020, "第五节二(三)")
        case .duplicate: Citation(.underwritingCode2020, "第五节二(四)")
        case .movedAway: Citation(.underwritingCode2020, "第五节二(五)")
        case .defective: Citation(.underwritingCode2020, "第五节二(六)")
        case .nonDisclosure: Citation(.underwritingCode2020, "第五节一")
        }
    }
}

extension CancellationGround {
    /// Reads an English code or a Chinese term.
    package static func read(_ text: String) -> CancellationGround? {
        if let ground = CancellationGround(rawValue: text) { return ground }
        let lowered = text.lowercasedASCII
        return allCases.first { $0.rawValue.lowercasedASCII == lowered || $0.chineseTerms.contains(text) }
    }
}
