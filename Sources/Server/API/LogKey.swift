import HTTPTypes
import Hummingbird
import NIOCore
import Registry
import TransparencyLog

/// `GET /v1/log/key`: the verifier string of the key that receipts are signed with. Whoever keeps it can check a
/// receipt without asking us.
struct LogKey {
    let services: Services

    func handle(_ request: Request, context: XubaoContext) -> Response {
        Response(
            status: .ok, headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(string: services.gate.signer.verifier.encoded + "\n")))
    }
}
