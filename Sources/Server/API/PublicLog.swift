import HTTPTypes
import Hummingbird
import NIOCore
import Registry
import TransparencyLog

/// The log as anybody may fetch it (C2SP tlog-tiles): `/v1/log/checkpoint`, `/v1/log/tile/…`, and the verifier string
/// of the key that checkpoints and receipts are signed with. Whoever keeps that key can check both without asking us.
struct PublicLog {
    let services: Services

    func add(to router: Router<XubaoContext>) {
        router.get("/v1/log/key") { [services] _, _ in
            text(services.gate.signer.verifier.encoded + "\n")
        }
        router.get("/v1/log/checkpoint", use: checkpoint)
        router.get("/v1/log/witnessed-checkpoint") { [services] _, _ in
            guard let note = try services.gate.publishedLog?.witnessedCheckpoint() else { throw Problem.notFound }
            return text(note)
        }
        router.get("/v1/log/tile/**", use: tile)
    }

    private func checkpoint(_ request: Request, context: XubaoContext) throws -> Response {
        do {
            guard let log = services.gate.publishedLog else { throw LogFault.notPublished }
            return text(try log.checkpoint().note.encoded)
        } catch LogFault.notPublished { throw Problem.logNotPublished }
    }

    /// A tile never changes: whoever has it may keep it for ever.
    private func tile(_ request: Request, context: XubaoContext) throws -> Response {
        let path = "tile/" + context.parameters.getCatchAll().joined(separator: "/")
        guard let coordinate = TileCoordinate(path: path), let bytes = try services.gate.publishedLog?.tile(coordinate)
        else { throw Problem.notFound }
        return Response(
            status: .ok,
            headers: [.contentType: "application/octet-stream", .cacheControl: "public, max-age=31536000, immutable"],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    private func text(_ text: String) -> Response {
        Response(
            status: .ok, headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(string: text)))
    }
}
