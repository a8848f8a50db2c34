/// The value of a figure, in the kinds the law deals in.
public enum FigureValue: Hashable, Sendable {
    case amount(Amount)
    /// Whole per cent: −30.
    case percent(Int)
    case ratio(Ratio)
    /// A whole number of what the unit says.
    case count(Int, Unit)
    /// Kilowatts with their decimals.
    case power(Power)
    case date(CivilDate)
    case instant(Instant)
    case flag(Bool)
    /// A word of a closed list, in the code that documents carry, with its term: `household`, 家庭自用.
    case word(code: String, title: Sentence)

    public enum Unit: String, CaseIterable, Sendable {
        case days, months, years, seats, kilograms, tonnes, millilitres, kilowatts, vehicles, accidents, victims, rows
        /// Of sharing losses among limits.
        case rounds
    }

    /// The unit documents name: `yuan`, `percent`, `days`; `nil` where there is none.
    public var unit: String? {
        switch self {
        case .amount: "yuan"
        case .percent: "percent"
        case .count(_, let unit): unit.rawValue
        case .power: Unit.kilowatts.rawValue
        case .ratio, .date, .instant, .flag, .word: nil
        }
    }

    /// As documents carry it: `"665.00"`, `-30`, `"2026-11-20"`.
    public var text: String {
        switch self {
        case .amount(let amount): amount.yuanText
        case .percent(let percent): "\(percent)"
        case .ratio(let ratio): ratio.text
        case .count(let count, _): "\(count)"
        case .power(let power): power.kilowattText
        case .date(let date): date.text
        case .instant(let instant): instant.text
        case .flag(let flag): flag ? "true" : "false"
        case .word(let code, _): code
        }
    }
}
