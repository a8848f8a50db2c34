/// A base premium and where it stands in its table.
struct BaseRate: Sendable {
    let amount: Amount
    let position: Int
}

extension Amount {
    /// A base premium lies between nothing and a million yuan; beyond that a decimal point was forgotten.
    var rateFault: Sentence? {
        fen >= 0 && fen <= 100_000_000
            ? nil : Sentence("基础保险费应在 0 至 1000000 元之间", "a base premium lies between 0 and 1000000 yuan")
    }

    var rateText: Sentence { Sentence("\(yuanText) 元", "\(yuanText) yuan") }
}
