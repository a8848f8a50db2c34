package import Registry

/// The answer, and what of the question is shown with it.
package struct AnswerModel: Sendable {
    package var chrome: PageChrome
    package var answer: CoverageAnswer
    package var asked: AskedVehicle
    /// The form as typed; given, the page offers to change it and ask again. Only ever sent back to who typed it.
    package var typed: QuestionFields?

    package init(chrome: PageChrome, answer: CoverageAnswer, asked: AskedVehicle, typed: QuestionFields? = nil) {
        self.chrome = chrome
        self.answer = answer
        self.asked = asked
        self.typed = typed
    }
}
