import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Registry

/// Turns a refusal into what the asker can read: a problem document for programs, a page for people.
enum ProblemResponse {
    static func make(_ problem: Problem, _ request: Request, _ context: XubaoContext, _ services: Services) -> Response
    {
        var response: Response
        if wantsPage(request) {
            response = ProblemPage.response(problem, request, context, services)
        } else {
            response = Response(
                status: .init(code: problem.status), headers: [.contentType: "application/problem+json"],
                body: .init(byteBuffer: ByteBuffer(bytes: problem.json(requestID: context.requestID))))
        }
        if let seconds = problem.retryAfterSeconds { response.headers[.retryAfter] = String(seconds) }
        if problem.status == 401 { response.headers[.wwwAuthenticate] = "Bearer" }
        return response
    }

    private static func wantsPage(_ request: Request) -> Bool {
        !request.uri.path.hasPrefix("/v1/") && request.headers[.accept]?.contains("text/html") == true
    }

    static func problem(for error: any Error, _ context: XubaoContext) -> Problem {
        switch error {
        case let problem as Problem: return problem
        case let fault as RegistryFault:
            context.logger.error("registry fault", metadata: ["fault": "\(fault)", "request": "\(context.requestID)"])
            return fault.problem
        case let fault as FileFault: return Problem(422, fault.code, "文件无法读取", detail: fault.message)
        case let http as any HTTPResponseError: return problem(status: http.status.code)
        case is NIOTooManyBytesError: return .tooLarge
        default:
            // The type only: an error's text may quote what was sent.
            context.logger.error(
                "failed", metadata: ["error": "\(type(of: error))", "request": "\(context.requestID)"])
            return .failed
        }
    }

    private static func problem(status: Int) -> Problem {
        switch status {
        case 404: .notFound
        case 405: .methodNotAllowed
        case 413: .tooLarge
        case 400..<500: Problem(status, "badRequest", "请求不正确", detail: "请对照 /openapi.json 核对请求后重发。")
        default: .failed
        }
    }
}

extension Problem {
    static let methodNotAllowed = Problem(
        405, "methodNotAllowed", "这个地址不支持这种请求方法", detail: "可用的方法列在 Allow 头中。")
}
