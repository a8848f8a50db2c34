import Regulation

extension LawDesk {
    func premium(_ request: PremiumRequest, isExplained: Bool) throws(Refusal) -> LawResult {
        var remarks = Remarks()
        guard isExplained else {
            let result = try Premium.premium(of: request, by: tables, &remarks)
            return LawResult(members(of: result), remarks)
        }
        let result = try Premium.explainedPremium(of: request, by: tables, &remarks)
        return LawResult(
            members(of: result), remarks, figure: result.premium.node,
            counterfactuals: try Counterfactuals.counterfactuals(of: request, by: tables).map { other in
                LawResult.Counterfactual(
                    code: other.code, sentence: other.sentence,
                    members: [
                        LawMember("premium", "保险费", "premium", .amount(other.premium)),
                        LawMember("difference", "与现在相差", "difference", .amount(other.difference)),
                    ])
            })
    }

    private func members<Node>(of result: PremiumResult<Node>) -> [LawMember] {
        let factor = result.floatingFactor
        var members = [
            LawMember("premium", "保险费", "premium", .amount(result.premium.value)),
            LawMember("basePremium", "基础保险费（全年）", "base premium, full year", .amount(result.basePremium)),
            LawMember("tariffRow", "基础费率表行次", "row of the tariff", .value(.count(result.tariffRow.number, .rows))),
            LawMember(
                "floatingFactor", "浮动因素", "floating factor",
                .value(.word(code: factor.rawValue, title: factor.titleWithCode))),
            LawMember("floatingPercent", "浮动比率", "floating ratio", .value(.percent(result.floatingPercent))),
        ]
        for (name, chinese, english, percent) in [
            ("drinkDrivingPercent", "酒后驾驶上浮比率", "surcharge for drink-driving", result.drinkDrivingPercent),
            ("violationPercent", "交通违法浮动比率", "ratio for violations", result.violationPercent),
            ("motorcycleRegionPercent", "摩托车地区费率因子", "regional factor for motorcycles", result.motorcycleRegionPercent),
        ] as [(StaticString, String, String, Int)] {
            members.append(LawMember(name, chinese, english, .value(.percent(percent))))
        }
        return members
    }
}

extension FloatingFactor {
    fileprivate var titleWithCode: Sentence {
        self == .none ? title : Sentence("\(rawValue) \(title.chinese)", "\(rawValue): \(title.english)")
    }
}
