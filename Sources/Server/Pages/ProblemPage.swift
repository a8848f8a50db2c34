import Documents
import HTTPTypes
import Hummingbird
import NIOCore
import Registry

/// A refusal as a page.
enum ProblemPage {
    static func response(
        _ problem: Problem, _ request: Request, _ context: XubaoContext, _ services: Services
    ) -> Response {
        let language: Language = request.uri.path.hasPrefix("/en/") || request.uri.path == "/en" ? .english : .chinese
        let chrome = PageChrome.of(request, "/", language, services)
        return .html(
            ProblemView.render(
                ProblemModel(chrome: chrome, problem: PageProblem(problem), requestID: context.requestID)),
            status: .init(code: problem.status))
    }
}
