package import Regulation

/// Figures and what belongs to them as people read them.
package enum FigureText {
    /// `665.00 元`, `-30%`, `365 天`, `2026年5月5日零时`, `客车`.
    package static func value(_ value: FigureValue, in language: Language) -> String {
        switch value {
        case .amount(let amount): language == .chinese ? "\(amount.yuanText) 元" : "\(amount.yuanText) yuan"
        case .percent(let percent): "\(percent)%"
        case .ratio(let ratio): ratio.text
        case .count(let count, let unit): unit.counted(count).text(in: language)
        case .power(let power): language == .chinese ? "\(power.kilowattText) 千瓦" : "\(power.kilowattText) kW"
        case .date(let date): MomentText.date(date, in: language)
        case .instant(let instant): MomentText.moment(instant, in: language, seconds: hasSeconds(instant))
        case .flag(let flag):
            (flag ? Sentence("是", "yes") : Sentence("否", "no")).text(in: language)
        case .word(_, let title): title.text(in: language)
        }
    }

    private static func hasSeconds(_ instant: Instant) -> Bool { instant.millisecondOfShanghaiDay % 60_000 != 0 }

    /// What was done with the inputs and how it was rounded: `相乘，四舍五入到分`; `nil` for a leaf.
    package static func operation(of figure: Figure, in language: Language) -> String? {
        let words = [figure.operation.title, figure.rounding?.title].compactMap { $0?.text(in: language) }
        return words.isEmpty ? nil : words.joined(separator: language == .chinese ? "，" : ", ")
    }

    /// Where it comes from: the article, or the place in the document that gave it.
    package static func source(of figure: Figure, in language: Language) -> String? {
        if figure.operation == .fact {
            let given = Sentence("所给", "given").text(in: language)
            return figure.path.map { "\(given) \($0)" } ?? given
        }
        return figure.citation.map(citation)
    }

    package static func citation(_ citation: Citation) -> String {
        "\(citation.instrument.title) \(citation.article)"
    }
}

extension Sentence {
    package func text(in language: Language) -> String { language == .chinese ? chinese : english }
}
