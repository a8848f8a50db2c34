/// The places this folder rests on. The claims practice is known by what it says and not by its numbering, so its
/// topics are named.
extension Citation {
    static let liability = Citation(.regulation2019, "第21条")
    static let advance = Citation(.regulation2019, "第22条")
    static let liabilityLimits = Citation(.regulation2019, "第23条")
    static let assessedAmounts = Citation(.claimsPractice2020, "核定承担金额")
    static let substitution = Citation(.claimsPractice2020, "无责代赔")
    static let laterRounds = Citation(.claimsPractice2020, "限额剩余的再次分摊")
    static let uninsuredPays = Citation(.supremeCourtInterpretation2020, "第16条")
    static let severalVehicles = Citation(.supremeCourtInterpretation2020, "第18条")
    static let severalVictims = Citation(.supremeCourtInterpretation2020, "第19条")
    static let knockForKnock = Citation(.ownDamageSettlement2009, "适用条件")
    static let fenRounding = Citation(.houseReading, "分以下尾差")
}
