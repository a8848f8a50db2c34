/// What a region adds to the float for each case of drink-driving, in per cent (酒后驾驶联系浮动).
struct DrinkDrivingRatio: Decodable, Sendable {
    /// For each time under the influence (饮酒后驾驶).
    let drinking: Int
    /// For each time drunk (醉酒后驾驶).
    let intoxicated: Int
    /// At most so much in all.
    let cap: Int
    /// Whether it is charged. Published rows are not: which regions still do is not known.
    let applies: Bool
}
