package import Regulation

/// What stands in an answer of the law: written into JSON and told to people from the same value.
package indirect enum LawValue: Sendable {
    case null
    case value(FigureValue)
    /// An id of the asker's, or an identifier in its normal form.
    case text(String)
    case sentence(Sentence)
    case citation(Citation)
    case object([LawMember])
    case list([LawValue])
    case findings([Finding])
    case figure(Figure)
    /// What programs read, and what people are told in its place.
    case told(LawValue, Sentence)

    static func amount(_ amount: Amount) -> LawValue { .value(.amount(amount)) }

    static func text(_ text: String?) -> LawValue { text.map { .text($0) } ?? .null }
}
