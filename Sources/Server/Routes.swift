import HTTPTypes
package import Hummingbird
import Registry

/// Every address there is.
package enum Routes {
    /// What the world sees.
    package static func everyone(_ services: Services) -> Router<XubaoContext> {
        let router = Router(context: XubaoContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: FrameMiddleware(services: services))
        addAPI(to: router, services)
        PageEndpoints(services: services).add(to: router)
        refuseOtherMethods(on: router, services)
        return router
    }

    /// What the operator's socket serves besides.
    package static func `operator`(_ services: Services) -> Router<XubaoContext> {
        let router = everyone(services)
        OperatorEndpoints(services: services).add(to: router)
        return router
    }

    private static func addAPI(to router: Router<XubaoContext>, _ services: Services) {
        router.post("/v1/coverage-queries", use: CoverageQueries(services: services).handle)
        router.post("/v1/policies", use: Policies(services: services).handle)
        router.post("/v1/uploads", use: Uploads(services: services).handle)
        router.post("/v1/law/:rule", use: LawRules(services: services).handle)
        router.get("/v1/receipts/:entry", use: Receipts(services: services).handle)
        PublicLog(services: services).add(to: router)
        router.get("/v1/insurers", use: InsurerFeeds(services: services).handle)
        OperationsEndpoints(services: services).add(to: router)
    }

    /// An address that is there, asked to do what it does not: 405, and what it does. To be called when all are added.
    private static func refuseOtherMethods(on router: Router<XubaoContext>, _ services: Services) {
        let names = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "QUERY"]
        let methods = names.compactMap { HTTPRequest.Method($0) }
        for routes in Dictionary(grouping: router.routes, by: \.path.description).values {
            guard let path = routes.first?.path else { continue }
            var served = Set(routes.map(\.method))
            if served.contains(.get) { served.insert(.head) }
            let allowed = served.map(\.rawValue).sorted().joined(separator: ", ")
            for method in methods where !served.contains(method) {
                router.on(path, method: method) { request, context in
                    var response = ProblemResponse.make(.methodNotAllowed, request, context, services)
                    response.headers[.allow] = allowed
                    return response
                }
            }
        }
    }
}
