/// A page that says what went wrong and where to go from here.
package struct ProblemModel: Sendable {
    package var chrome: PageChrome
    package var problem: PageProblem
    /// What to quote when asking for help; the value of `X-Request-Id`.
    package var requestID: String?

    package init(chrome: PageChrome, problem: PageProblem, requestID: String? = nil) {
        self.chrome = chrome
        self.problem = problem
        self.requestID = requestID
    }
}
