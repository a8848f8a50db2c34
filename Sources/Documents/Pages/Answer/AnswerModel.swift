package import Registry

/// The answer, and what of the question is shown with it.
package struct AnswerModel: Sendable {
    package var chrome: PageChrome
    package var answer: CoverageAnswer
    package var asked: AskedVehicle
    /// The form as typed; given, the page offers to change it and ask again. Only ever sent back to who typed it.
    package var typed: QuestionFields?
    /// The answer card, a signed note as text; `nil` where none is made.
    package var card: String?

    package init(
        chrome: PageChrome, answer: CoverageAnswer, asked: AskedVehicle, typed: QuestionFields? = nil,
        card: String? = nil
    ) {
        self.chrome = chrome
        self.answer = answer
        self.asked = asked
        self.typed = typed
        self.card = card
    }
}
