/// Any page that ends in an error.
package enum ProblemView {
    package static func render(_ model: ProblemModel) -> String {
        let language = model.chrome.language
        let title = ProblemTexts.title(model.problem).text(in: language)
        let values: Values = [
            "heading": title,
            "status": model.problem.status,
            "explanation": ProblemTexts.explanation(model.problem).text(in: language),
            "comeBack": model.problem.retryAfterSeconds.map { ProblemTexts.comeBack(seconds: $0).text(in: language) },
            "requestID": model.problem == .failed ? model.requestID : nil,
        ]
        return Page.render(
            "problem", chrome: model.chrome, title: title, texts: ProblemTexts.phrases, values: values)
    }
}
