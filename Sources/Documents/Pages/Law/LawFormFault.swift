package import Registry
import Regulation

/// Something to be put right in a form that asks the law, at the id of its input.
package struct LawFormFault: Sendable, Equatable {
    package let anchor: String
    package let chinese: String
    package let english: String

    init(_ anchor: String, _ phrase: Phrase) {
        self.anchor = anchor
        chinese = phrase.chinese
        english = phrase.english
    }

    /// What the law found wrong, at the input it is about.
    init(_ anchor: String, _ finding: Finding) {
        self.anchor = anchor
        if finding.code == "tableNotEncoded" {
            chinese = LawTexts.notEncoded.chinese
            english = LawTexts.notEncoded.english
        } else {
            chinese = Self.withoutStop(LawTypography.set(finding.message, in: .chinese))
            english = Self.withoutStop(LawTypography.set(finding.english ?? finding.message, in: .english))
        }
    }

    private static func withoutStop(_ text: String) -> String {
        text.hasSuffix("。") || text.hasSuffix(".") ? String(text.dropLast()) : text
    }

    package func text(in language: Language) -> String { language == .chinese ? chinese : english }
}
