extension Operation {
    /// What was done with the inputs, in a word; `nil` where nothing was done with any.
    public var title: Sentence? {
        switch self {
        case .fact, .constant, .lookUp: nil
        case .add: Sentence("相加", "added")
        case .subtract: Sentence("相减", "subtracted")
        case .multiply: Sentence("相乘", "multiplied")
        case .divide: Sentence("相除", "divided")
        case .greatest: Sentence("取大", "the greater")
        case .least: Sentence("取小", "the lesser")
        case .choose: Sentence("按情形确定", "by the case")
        case .count: Sentence("计数", "counted")
        case .span: Sentence("间隔", "from one to the other")
        case .shift: Sentence("顺延", "moved")
        case .share: Sentence("分摊", "shared")
        }
    }
}

extension Rounding {
    public var title: Sentence {
        switch self {
        case .halfUpToFen: Sentence("四舍五入到分", "rounded half up to the fen")
        case .halfUpToYuan: Sentence("四舍五入到元", "rounded half up to the yuan")
        case .downToFen: Sentence("舍去分以下", "cut to the fen")
        }
    }
}

extension RowStatus {
    public var title: Sentence {
        switch self {
        case .verified: Sentence("已核实", "verified")
        case .unverified: Sentence("未核实", "not verified")
        case .missing: Sentence("未收录", "missing")
        }
    }
}

extension FigureValue.Unit {
    /// So many of the unit, as people say it: `365 天`, `1 day`, `第 2 行`.
    public func counted(_ count: Int) -> Sentence {
        let (chinese, one, many) = words
        let noun = count.magnitude == 1 ? one : many
        return switch self {
        case .rows: Sentence("第 \(count) \(chinese)", "\(one) \(count)")
        case .rounds: Sentence("第 \(count) \(chinese)", "\(one) \(count)")
        default: Sentence("\(count) \(chinese)", "\(count) \(noun)")
        }
    }

    private var words: (chinese: String, one: String, many: String) {
        switch self {
        case .days: ("天", "day", "days")
        case .months: ("个月", "month", "months")
        case .years: ("年", "year", "years")
        case .seats: ("座", "seat", "seats")
        case .kilograms: ("千克", "kg", "kg")
        case .tonnes: ("吨", "t", "t")
        case .millilitres: ("毫升", "ml", "ml")
        case .kilowatts: ("千瓦", "kW", "kW")
        case .vehicles: ("辆", "vehicle", "vehicles")
        case .accidents: ("次", "accident", "accidents")
        case .victims: ("人", "victim", "victims")
        case .rows: ("行", "row", "rows")
        case .rounds: ("轮", "round", "rounds")
        }
    }
}
