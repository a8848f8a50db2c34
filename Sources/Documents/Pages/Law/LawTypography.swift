import Registry
import Regulation

/// Sentences, sums and names of the law as they are set on a page.
enum LawTypography {
    /// Chinese with thin spaces between characters and numbers; an English sentence begins with a capital.
    static func set(_ text: String, in language: Language) -> String {
        switch language {
        case .chinese: text.replacing(" ", with: "\u{2009}")
        case .english: text.prefix(1).uppercased() + text.dropFirst()
        }
    }

    static func set(_ sentence: Sentence, in language: Language) -> String {
        set(sentence.text(in: language), in: language)
    }

    /// `12,345.00`.
    static func yuan(_ amount: Amount) -> String {
        let magnitude = amount.fen.magnitude
        let cents = magnitude % 100
        let whole = Page.grouped(Int64(magnitude / 100))
        return "\(amount.fen < 0 ? "\u{2212}" : "")\(whole).\(cents < 10 ? "0" : "")\(cents)"
    }

    /// `12,345.00 元`.
    static func money(_ amount: Amount, in language: Language) -> String {
        language == .chinese ? "\(yuan(amount))\u{2009}元" : "\(yuan(amount)) yuan"
    }

    /// `−10%`, `+30%`, `±0%`.
    static func change(percent: Int) -> String {
        percent < 0 ? "\u{2212}\(percent.magnitude)%" : percent > 0 ? "+\(percent)%" : "\u{B1}0%"
    }

    static func value(_ value: FigureValue, in language: Language) -> String {
        switch value {
        case .amount(let amount): money(amount, in: language)
        case .percent(let percent): change(percent: percent)
        case .word(_, let title): set(title, in: language)
        default: FigureText.value(value, in: language).replacing(" ", with: language == .chinese ? "\u{2009}" : " ")
        }
    }
}
