import HTTPTypes
import Hummingbird
import NIOCore
import Registry

/// `livez`, `readyz`, `metrics`, `openapi.json`.
struct OperationsEndpoints {
    let services: Services

    func add(to router: Router<XubaoContext>) {
        router.get("/livez") { _, _ in Response.json(Array("{\"status\":\"alive\"}".utf8)) }
        router.get("/readyz", use: ready)
        router.get("/metrics") { [services] _, _ in
            Response(
                status: .ok, headers: [.contentType: "text/plain; version=0.0.4"],
                body: .init(
                    byteBuffer: ByteBuffer(
                        string: services.metrics.text(
                            treeSize: services.gate.feed.treeSize, foldsRebuilt: services.gate.foldsRebuilt)
                            + services.furtherMetrics())))
        }
        router.get("/openapi.json") { _, _ in
            Response(
                status: .ok, headers: [.contentType: "application/json", .cacheControl: "max-age=300"],
                body: .init(byteBuffer: ByteBuffer(bytes: PackageResources.openapi_json)))
        }
    }

    /// Ready means: questions are answered and writes are taken.
    private func ready(_ request: Request, context: XubaoContext) throws -> Response {
        if services.gate.stopReason != nil { throw RegistryFault.stopped(reason: "not ready").problem }
        var writer = JSONWriter(capacity: 64)
        writer.object {
            $0.member("status", "ready")
            $0.member("treeSize", services.gate.feed.treeSize)
        }
        return .json(writer.bytes)
    }
}
