/// The tables of the law, one JSON document each.
public enum TableName: String, CaseIterable, Codable, Sendable {
    case basePremiums, tractorPremiums, motorcycleRegionFactors, specialVehicleClasses, floatingRatios
    case floatingSchemes, drinkDrivingRatios, violationRatios, liabilityLimits, vehicleTax, deadlines, penalties
    case cancellationGrounds, holidays

    public var title: Sentence {
        switch self {
        case .basePremiums: Sentence("基础费率表", "base premiums")
        case .tractorPremiums: Sentence("拖拉机费率表", "tractor premiums")
        case .motorcycleRegionFactors: Sentence("摩托车地区费率因子", "regional factors for motorcycles")
        case .specialVehicleClasses: Sentence("特种车分类", "classes of special vehicles")
        case .floatingRatios: Sentence("费率浮动比率", "floating ratios")
        case .floatingSchemes: Sentence("费率浮动方案适用地区", "regions of the floating schemes")
        case .drinkDrivingRatios: Sentence("酒后驾驶上浮比率", "surcharges for drink-driving")
        case .violationRatios: Sentence("交通违法浮动比率", "ratios for traffic violations")
        case .liabilityLimits: Sentence("责任限额", "liability limits")
        case .vehicleTax: Sentence("车船税税额", "vehicle tax")
        case .deadlines: Sentence("法定期限", "deadlines")
        case .penalties: Sentence("罚则", "penalties")
        case .cancellationGrounds: Sentence("解除事由", "grounds of cancellation")
        case .holidays: Sentence("节假日", "holidays")
        }
    }
}
