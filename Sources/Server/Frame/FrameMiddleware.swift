import HTTPTypes
import Hummingbird
import NIOCore
import Registry
import Synchronization

/// Stands around every request: numbers it, bounds how many are worked on at once, turns errors into problem documents,
/// adds the headers every answer carries, and counts.
struct FrameMiddleware: RouterMiddleware {
    let services: Services

    func handle(
        _ request: Request, context: XubaoContext,
        next: (Request, XubaoContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.requestID = services.requestNumbers.make()
        let stopwatch = Stopwatch()
        let metrics = services.metrics
        let atOnce = metrics.inFlight.wrappingAdd(1, ordering: .relaxed).newValue
        defer { metrics.inFlight.wrappingSubtract(1, ordering: .relaxed) }
        var response: Response
        if atOnce > services.settings.mostAtOnce, !Self.isVital(request.uri.path) {
            response = ProblemResponse.make(.overloaded, request, context, services)
        } else {
            do { response = try await next(request, context) } catch {
                response = ProblemResponse.make(
                    ProblemResponse.problem(for: error, context), request, context, services)
            }
        }
        decorate(&response, context)
        // A refusal of HEAD has no body either: whoever asked would take it for the next answer.
        if request.method == .head { response = response.createHeadResponse() }
        metrics.served(status: response.status.code, microseconds: stopwatch.microseconds)
        return response
    }

    /// Whether the machine is asked how it is: answered even when it is full.
    private static func isVital(_ path: String) -> Bool { path == "/livez" || path == "/readyz" || path == "/metrics" }

    private func decorate(_ response: inout Response, _ context: XubaoContext) {
        response.headers[.requestID] = context.requestID
        response.headers[.contentTypeOptions] = "nosniff"
        guard response.headers[.contentType]?.hasPrefix("text/html") == true else { return }
        response.headers[.contentSecurityPolicy] = """
            default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self'; \
            base-uri 'none'; frame-ancestors 'none'
            """
        response.headers[.referrerPolicy] = "no-referrer"
        response.headers[.crossOriginOpenerPolicy] = "same-origin"
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
    }
}

extension HTTPField.Name {
    /// Field names are tokens known to be valid; the fallback can never be used.
    private static func known(_ name: String) -> HTTPField.Name { HTTPField.Name(name) ?? .server }

    static let requestID = known("X-Request-Id")
    static let contentTypeOptions = known("X-Content-Type-Options")
    static let contentSecurityPolicy = known("Content-Security-Policy")
    static let referrerPolicy = known("Referrer-Policy")
    static let crossOriginOpenerPolicy = known("Cross-Origin-Opener-Policy")
    static let forwardedFor = known("X-Forwarded-For")
    static let idempotencyKey = known("Idempotency-Key")
    static let outcome = known("X-Outcome")
    static let reportedThrough = known("X-Reported-Through")
}
