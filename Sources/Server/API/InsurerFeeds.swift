import Hummingbird
import Registry

/// `GET /v1/insurers`: how far each insurer has reported. Public, like the freshness page.
struct InsurerFeeds {
    let services: Services

    func handle(_ request: Request, context: XubaoContext) throws -> Response {
        .json(OperatorDesk(gate: services.gate).insurers(at: services.gate.clock.now))
    }
}
