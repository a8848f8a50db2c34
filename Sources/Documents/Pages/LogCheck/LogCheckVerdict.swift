import Registry

/// What came of the check as it is shown: a word with its shape and colour, a headline, what our own log says to it,
/// and then line by line what is proven.
struct LogCheckVerdict {
    private let outcome: LogCheckModel.Outcome
    private let language: Language
    private let lines: [String]

    init(_ outcome: LogCheckModel.Outcome, in language: Language) {
        self.outcome = outcome
        self.language = language
        lines = EvidenceTexts.lines(outcome.judgement, in: language)
    }

    /// Proven, and nothing in our own log speaks against it.
    var isGood: Bool { outcome.judgement.isProven && !isContradicted }

    private var isContradicted: Bool {
        if case .contradicted = outcome.standing { true } else { false }
    }

    private var sign: (word: Phrase, tone: String, shape: Values) {
        if isContradicted { return (LogCheckTexts.contradicted, "stop", ["cross": true]) }
        return switch outcome.judgement {
        case .unreadable: (LogCheckTexts.unreadable, "unknown", ["question": true])
        case .keyWanted, .refused: (LogCheckTexts.refused, "stop", ["cross": true])
        case .stated(_, _, let isExpired) where isExpired: (LogCheckTexts.expired, "wait", ["clock": true])
        case .stated(let card, _, _): Self.sign(of: card)
        case .proven, .received: (LogCheckTexts.holds, "good", ["check": true])
        }
    }

    /// A genuine card may say that there is no cover: what it says is what is seen first.
    private static func sign(of card: AnswerCard) -> (word: Phrase, tone: String, shape: Values) {
        let sign = VerdictSign(outcome: card.outcome)
        return (LogCheckTexts.genuine(sign.word), sign.tone, sign.shape)
    }

    var headline: String {
        isContradicted ? LogCheckTexts.contradictedLine.text(in: language) : lines.first ?? ""
    }

    func values() -> Values {
        let (word, tone, shape) = sign
        return [
            "word": word.text(in: language), "tone": tone, "sign": shape,
            "headline": headline, "statement": statement, "standing": standing,
            "blocks": blocks.isEmpty ? nil : ["items": blocks] as Values,
        ]
    }

    /// What our own log says to it; of what proves nothing, what to do instead.
    private var standing: String {
        switch outcome.standing {
        case .borneOut(let size)?: LogCheckTexts.borneOut(size, isReceipt: isReceipt).text(in: language)
        case .contradicted?: LogCheckTexts.contradictedNote.text(in: language)
        case .notReached(let size)?: LogCheckTexts.notReached(size).text(in: language)
        case .unknown?: LogCheckTexts.notCompared.text(in: language)
        case nil: LogCheckTexts.pasteWhole.text(in: language)
        }
    }

    private var isReceipt: Bool {
        if case .received = outcome.judgement { true } else { false }
    }

    /// What stands beneath the headline: what a card or receipt says, or why something proves nothing.
    private var statement: String? {
        switch outcome.judgement {
        case .refused, .stated, .received: isContradicted ? nil : lines.dropFirst().first
        case .unreadable, .keyWanted, .proven: nil
        }
    }

    /// The lines behind those, in blocks as empty lines part them; indented ones belong to the line above.
    private var blocks: [Values] {
        let rest = isContradicted ? lines[...] : lines.dropFirst(statement == nil ? 1 : 2)
        return rest.split(separator: "").map { block in
            let items: [Values] = block.map { line in
                ["line": String(line.drop { $0 == " " }), "inner": line.hasPrefix(" ")]
            }
            return ["lines": items]
        }
    }
}
