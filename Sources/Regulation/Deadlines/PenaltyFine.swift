/// How a fine is fixed.
public enum PenaltyFine: Hashable, Sendable {
    case between(least: Amount, most: Amount)
    /// A multiple of the premium for the lowest limits.
    case premiumTimes(Int)
    /// From a threshold of unlawful gain on, multiples of it; below, a range.
    case gain(threshold: Amount, fewestTimes: Int, mostTimes: Int, otherwiseLeast: Amount, otherwiseMost: Amount)

    public var text: Sentence {
        switch self {
        case .between(let least, let most):
            Sentence(
                "罚款 \(least.yuanText) 元至 \(most.yuanText) 元", "a fine of \(least.yuanText) to \(most.yuanText) yuan")
        case .premiumTimes(let times):
            Sentence(
                "罚款为依照规定投保最低责任限额应缴纳保险费的 \(times) 倍",
                "a fine of \(times) times the premium for the lowest limits")
        case .gain(let threshold, let fewest, let most, let otherwiseLeast, let otherwiseMost):
            Sentence(
                "违法所得 \(threshold.yuanText) 元以上的罚款 \(fewest) 倍至 \(most) 倍，不足的罚款 "
                    + "\(otherwiseLeast.yuanText) 元至 \(otherwiseMost.yuanText) 元",
                "a fine of \(fewest) to \(most) times an unlawful gain from \(threshold.yuanText) yuan on, else "
                    + "\(otherwiseLeast.yuanText) to \(otherwiseMost.yuanText) yuan")
        }
    }
}

extension PenaltyFine: Decodable {
    private enum Key: String, CodingKey {
        case least, most, premiumTimes, gainThreshold, gainFewestTimes, gainMostTimes
    }

    public init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Key.self)
        if let times = try members.decodeIfPresent(Int.self, forKey: .premiumTimes) {
            guard 1...100 ~= times else {
                throw DecodingError.dataCorruptedError(
                    forKey: .premiumTimes, in: members, debugDescription: "from 1 to 100")
            }
            self = .premiumTimes(times)
            return
        }
        let least = try members.decode(Amount.self, forKey: .least)
        let most = try members.decode(Amount.self, forKey: .most)
        guard .zero <= least, least <= most else {
            throw DecodingError.dataCorruptedError(forKey: .most, in: members, debugDescription: "less than the least")
        }
        guard let threshold = try members.decodeIfPresent(Amount.self, forKey: .gainThreshold) else {
            self = .between(least: least, most: most)
            return
        }
        let fewest = try members.decode(Int.self, forKey: .gainFewestTimes)
        let greatest = try members.decode(Int.self, forKey: .gainMostTimes)
        guard 1...100 ~= fewest, fewest...100 ~= greatest else {
            throw DecodingError.dataCorruptedError(
                forKey: .gainMostTimes, in: members, debugDescription: "from 1 to 100")
        }
        self = .gain(
            threshold: threshold, fewestTimes: fewest, mostTimes: greatest, otherwiseLeast: least, otherwiseMost: most)
    }
}
