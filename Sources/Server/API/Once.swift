import HTTPTypes
import Hummingbird
import NIOCore
import Registry
import Regulation

/// `Idempotency-Key`: the same key and body get the same answer for ever; the same key with another body is refused.
/// Only what was committed is remembered, in the commit itself.
struct Once: Sendable {
    struct Reply: Sendable {
        let status: Int
        let body: [UInt8]

        func response() -> Response {
            var response = Response.json(body, status: .init(code: status))
            if status >= 400 { response.headers[.contentType] = "application/problem+json" }
            return response
        }
    }

    /// `nil` when the request shows no key.
    private let request: LookupKey?
    private let digest: LookupKey

    /// Throws for a key that is no key.
    init(_ request: Request, body: [UInt8], holder: InsurerCode, hasher: KeyedHasher) throws {
        self.request = try Self.key(of: request, holder: holder, hasher: hasher)
        digest = hasher.key(.record, bytes: Array(request.uri.path.utf8) + [0] + body)
    }

    /// For a body that is read as it arrives and never held: what tells it from another is its hash.
    init(key: LookupKey?, path: String, bodyHash: [UInt8], hasher: KeyedHasher) {
        request = key
        digest = hasher.key(.record, bytes: Array(path.utf8) + [0] + bodyHash)
    }

    /// `nil` when the request shows no key.
    static func key(of request: Request, holder: InsurerCode, hasher: KeyedHasher) throws -> LookupKey? {
        guard let key = request.headers[.idempotencyKey] else { return nil }
        guard (1...255).contains(key.utf8.count) else {
            throw Problem(400, "idempotencyKeyInvalid", "Idempotency-Key 应为 1 至 255 个字符", detail: "请换一个键后重发。")
        }
        return hasher.key(.request, "\(holder.text)/\(key)")
    }

    func answer(in store: any RegistryTransaction, _ work: () throws -> Reply) throws -> Reply {
        guard let request else { return try work() }
        if let (known, response) = try store.remembered(request: request) {
            guard known == digest else { throw Problem.idempotencyReused }
            return Reply(status: Int(response[0]) << 8 | Int(response[1]), body: Array(response.dropFirst(2)))
        }
        let reply = try work()
        let head = [UInt8(truncatingIfNeeded: reply.status >> 8), UInt8(truncatingIfNeeded: reply.status)]
        try store.remember(request: request, digest: digest, response: head + reply.body)
        return reply
    }
}
