/// The question form: empty, or as it came back with what is to be put right.
package struct QuestionModel: Sendable {
    package var chrome: PageChrome
    package var fields: QuestionFields
    /// In the order of the form.
    package var faults: [QuestionFault]
    package var notice: QuestionNotice?

    package init(
        chrome: PageChrome, fields: QuestionFields = QuestionFields(), faults: [QuestionFault] = [],
        notice: QuestionNotice? = nil
    ) {
        self.chrome = chrome
        self.fields = fields
        self.faults = faults
        self.notice = notice
    }
}
