import Regulation

/// The answer as eight lines for a terminal.
package enum TerminalAnswer {
    package static func lines(_ answer: CoverageAnswer, in language: Language) -> [String] {
        var lines = [
            AnswerTexts.verdict(of: answer, in: language),
            AnswerTexts.dateLine(of: answer, in: language),
            AnswerTexts.remedy(of: answer, in: language),
            AnswerTexts.reason(of: answer, in: language),
        ].filter { !$0.isEmpty }
        if let insurer = answer.insurer {
            lines.append("\(insurer.name) \(insurer.code.text) \(answer.policyNumber ?? "")")
        }
        for flag in answer.flags { lines.append(AnswerTexts.flag(flag, in: language)) }
        if !answer.citations.isEmpty {
            lines.append(answer.citations.map { "\($0.instrument.title) \($0.article)" }.joined(separator: "; "))
        }
        lines.append(AnswerTexts.freshness(of: answer, in: language))
        return lines
    }
}
