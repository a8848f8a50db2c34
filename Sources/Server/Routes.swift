package import Hummingbird
import HTTPTypes

/// Every address there is.
package enum Routes {
    /// What the world sees.
    package static func everyone(_ services: Services) -> Router<XubaoContext> {
        let router = Router(context: XubaoContext.self)
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
        router.post("/v1/coverage-queries", use: CoverageQueries(services: services).handle)
        router.post("/v1/policies", use: Policies(services: services).handle)
        router.post("/v1/uploads", use: Uploads(services: services).handle)
        router.get("/v1/receipts/:entry", use: Receipts(services: services).handle)
        router.get("/v1/insurers", use: InsurerFeeds(services: services).handle)
        OperationsEndpoints(services: services).add(to: router)
    }
}
