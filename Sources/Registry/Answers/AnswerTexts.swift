/// The sentences of an answer, the same on the page, in JSON and on the terminal.
///
/// The verdict and the date line are headlines without a closing stop; everything else is whole sentences.
package enum AnswerTexts {
    /// The first line: what is so.
    package static func verdict(of answer: CoverageAnswer, in language: Language) -> String {
        switch language {
        case .chinese: chineseVerdict(answer)
        case .english: englishVerdict(answer)
        }
    }

    /// The second line: until when, since when, from when.
    package static func dateLine(of answer: CoverageAnswer, in language: Language) -> String {
        switch language {
        case .chinese: chineseDateLine(answer)
        case .english: englishDateLine(answer)
        }
    }

    /// The third line: what to do.
    package static func remedy(of answer: CoverageAnswer, in language: Language) -> String {
        switch language {
        case .chinese: chineseRemedy(answer)
        case .english: englishRemedy(answer)
        }
    }

    /// Why it is so.
    package static func reason(of answer: CoverageAnswer, in language: Language) -> String {
        switch language {
        case .chinese: chineseReason(answer)
        case .english: englishReason(answer)
        }
    }

    /// How fresh the data is that the answer rests on.
    package static func freshness(of answer: CoverageAnswer, in language: Language) -> String {
        switch language {
        case .chinese: chineseFreshness(answer)
        case .english: englishFreshness(answer)
        }
    }

    /// An answer that rests on the absence of a record is only as fresh as the slowest insurer (contract,
    /// feedAgeSeconds).
    static func restsOnAbsence(_ answer: CoverageAnswer) -> Bool {
        switch answer.outcome {
        case .lapsed, .cancelled, .noMatch: true
        case .inForce, .laidUp: answer.renewal == .due
        case .pending, .notYetInForce: false
        }
    }
}
