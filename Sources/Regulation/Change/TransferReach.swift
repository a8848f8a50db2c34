/// How far a vehicle goes when it is sold, transferred or given (Underwriting Code 5(2)5, 5(3)1).
public enum TransferReach: String, CaseIterable, Codable, Sendable {
    case withinPrefecture, withinProvince, acrossProvinces

    public init(from: TransferPlace, to: TransferPlace) {
        if from.province != to.province {
            self = .acrossProvinces
        } else {
            self = from.prefecture == to.prefecture ? .withinPrefecture : .withinProvince
        }
    }

    public var title: Sentence {
        switch self {
        case .withinPrefecture: Sentence("本地过户", "within the place of registration")
        case .withinProvince: Sentence("省内转至其他地市", "to another prefecture of the province")
        case .acrossProvinces: Sentence("转至省外", "to another province")
        }
    }
}
