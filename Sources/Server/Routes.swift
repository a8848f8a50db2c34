import HTTPTypes
package import Hummingbird
import Registry

/// Every address there is.
package enum Routes {
    private typealias Handler = @Sendable (Request, XubaoContext) async throws -> Response

    /// What the world sees.
    package static func everyone(_ services: Services) -> Router<XubaoContext> {
        let router = Router(context: XubaoContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: FrameMiddleware(services: services))
        addAPI(to: router, services)
        PageEndpoints(services: services).add(to: router)
        return router
    }

    /// What the operator's socket serves besides.
    package static func `operator`(_ services: Services) -> Router<XubaoContext> {
        let router = everyone(services)
        OperatorEndpoints(services: services).add(to: router)
        return router
    }

    private static func addAPI(to router: Router<XubaoContext>, _ services: Services) {
        let addresses: [(RouterPath, HTTPRequest.Method, Handler)] = [
            ("/v1/coverage-queries", .post, CoverageQueries(services: services).handle),
            ("/v1/policies", .post, Policies(services: services).handle),
            ("/v1/uploads", .post, Uploads(services: services).handle),
            ("/v1/receipts/:entry", .get, Receipts(services: services).handle),
            ("/v1/log/key", .get, LogKey(services: services).handle),
            ("/v1/insurers", .get, InsurerFeeds(services: services).handle),
        ]
        for (path, method, handle) in addresses {
            router.on(path, method: method, use: handle)
            refuseOtherMethods(path, than: method, on: router, services)
        }
        OperationsEndpoints(services: services).add(to: router)
    }

    /// An address that is there, asked to do what it does not: 405, and what it does.
    private static func refuseOtherMethods(
        _ path: RouterPath, than method: HTTPRequest.Method, on router: Router<XubaoContext>, _ services: Services
    ) {
        let served: [HTTPRequest.Method] = method == .get ? [.get, .head] : [method]
        let allowed = served.map(\.rawValue).joined(separator: ", ")
        let methods: [HTTPRequest.Method] = [.get, .head, .post, .put, .patch, .delete, .options]
        for other in methods where !served.contains(other) {
            router.on(path, method: other) { request, context in
                var response = ProblemResponse.make(.methodNotAllowed, request, context, services)
                response.headers[.allow] = allowed
                return response
            }
        }
    }
}
