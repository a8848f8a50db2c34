package import Regulation

/// A named part of an answer.
package struct LawMember: Sendable {
    /// Stable, for programs: `basePremium`.
    package let name: StaticString
    package let title: Sentence
    package let value: LawValue

    init(_ name: StaticString, _ chinese: String, _ english: String, _ value: LawValue) {
        self.name = name
        title = Sentence(chinese, english)
        self.value = value
    }
}
