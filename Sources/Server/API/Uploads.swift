import HTTPTypes
import Hummingbird
import NIOCore
import Registry
import Regulation

/// `POST /v1/uploads`: a file of records, read as it arrives.
///
/// Needs no idempotency key to be safe: every record is recognised when it comes again, so the same file sent twice has
/// one effect. With a key the same file also gets the same report.
struct Uploads {
    let services: Services

    func handle(_ request: Request, context: XubaoContext) async throws -> Response {
        let credential = try services.credentials.insurer(of: request, gate: services.gate)
        return try await take(request, insurer: credential.holder)
    }

    func take(_ request: Request, insurer: InsurerCode) async throws -> Response {
        let encoding = try Self.encoding(request.uri.queryParameters["encoding"].map(String.init))
        let through = try Self.moment(request.headers[.reportedThrough])
        let key = try Once.key(of: request, holder: insurer, hasher: services.gate.hasher)
        let hash = BodyHash()
        let chunks = BoundedChunks(
            base: request.body.map { buffer in
                let bytes = Array(buffer.readableBytesView)
                if key != nil { hash.add(bytes) }
                return bytes
            }, limit: services.settings.longestUpload)
        if let key, try await isRemembered(key) { return try await remembered(key, request, chunks, hash) }
        let run = UploadRun(gate: services.gate, insurer: insurer, encoding: encoding)
        let report = try await run.take(chunks, reportedThrough: through).json
        guard let key else { return .json(report) }
        return try await once(key, request, hash) { Once.Reply(status: 200, body: report) }
    }

    private func isRemembered(_ key: LookupKey) async throws -> Bool {
        try await services.gate.write { try $0.remembered(request: key) != nil }
    }

    /// Nothing of the body is taken in again; it is only looked at whether it is the same.
    private func remembered(
        _ key: LookupKey, _ request: Request, _ chunks: some AsyncSequence<[UInt8], any Error>, _ hash: BodyHash
    ) async throws -> Response {
        for try await _ in chunks {}
        return try await once(key, request, hash) { throw Problem.failed }
    }

    /// Of several that came at once with one key, all get the report of the first that was done.
    private func once(
        _ key: LookupKey, _ request: Request, _ hash: BodyHash, _ work: @escaping @Sendable () throws -> Once.Reply
    ) async throws -> Response {
        let once = Once(key: key, path: request.uri.path, bodyHash: hash.value, hasher: services.gate.hasher)
        return try await services.gate.write { try once.answer(in: $0, work) }.response()
    }

    static func encoding(_ text: String?) throws(Problem) -> TextEncoding? {
        switch text {
        case nil, "auto"?: nil
        case "utf-8"?, "utf8"?: .utf8
        case "gb18030"?: .gb18030
        default:
            throw Problem.invalid([
                .init(path: "encoding", code: "unknown", message: "encoding 应是 auto、utf-8 或 gb18030")
            ])
        }
    }

    static func moment(_ text: String?) throws(Problem) -> Instant? {
        guard let text else { return nil }
        guard let reading = Instant.read(text) else {
            throw Problem.invalid([
                .init(path: "X-Reported-Through", code: "timeUnreadable", message: "时间应写作 2026-12-01T00:00:00+08:00")
            ])
        }
        return reading.instant
    }
}
