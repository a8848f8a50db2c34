import HTTPTypes
import Hummingbird
import NIOCore
import Registry
import TransparencyLog

/// `GET /v1/receipts/{entryId}`: an entry's receipt, again, to the insurer that reported it.
struct Receipts {
    let services: Services

    func handle(_ request: Request, context: XubaoContext) async throws -> Response {
        let credential = try services.credentials.insurer(of: request, gate: services.gate)
        guard let id = context.parameters.get("entry").flatMap({ EntryID($0) }), id.log == .main,
            id.index < services.gate.feed.treeSize,
            let entry = try services.gate.read({ reader, _ in try reader.entries([id.index]) }).first,
            entry.content.values[.insurer] == credential.holder.text
        else { throw Problem.notFound }
        let receipt = Receipt(entry: entry.id, leafHash: entry.leaf.hash, committedAt: entry.committedAt)
        return Response(
            status: .ok, headers: [.contentType: "text/plain; charset=utf-8"],
            body: .init(byteBuffer: ByteBuffer(string: try receipt.signed(by: services.gate.signer).encoded)))
    }
}
