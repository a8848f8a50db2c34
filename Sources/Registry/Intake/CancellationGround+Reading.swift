package import Regulation

extension CancellationGround {
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

    /// Reads an English code or a Chinese term.
    package static func read(_ text: String) -> CancellationGround? {
        if let ground = CancellationGround(rawValue: text) { return ground }
        let lowered = text.lowercasedASCII
        return allCases.first { $0.rawValue.lowercasedASCII == lowered || $0.chineseTerms.contains(text) }
    }
}
