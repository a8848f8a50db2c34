import HTTPTypes
import Hummingbird
import NIOCore
import Registry
import Regulation

/// `POST /v1/uploads`: a file of records, read as it arrives.
///
/// Needs no idempotency key to be safe: every record is recognised when it comes again, so the same file sent twice has
/// one effect.
struct Uploads {
    let services: Services

    func handle(_ request: Request, context: XubaoContext) async throws -> Response {
        let credential = try services.credentials.insurer(of: request, gate: services.gate)
        return try await take(request, insurer: credential.holder)
    }

    func take(_ request: Request, insurer: InsurerCode) async throws -> Response {
        let encoding = try Self.encoding(request.uri.queryParameters["encoding"].map(String.init))
        let through = try Self.moment(request.headers[.reportedThrough])
        let run = UploadRun(gate: services.gate, insurer: insurer, encoding: encoding)
        let limit = services.settings.longestUpload
        let chunks = request.body.map { buffer in Array(buffer.readableBytesView) }
        let report = try await run.take(BoundedChunks(base: chunks, limit: limit), reportedThrough: through)
        return .json(report.json)
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

/// Ends with a problem once more bytes came than an upload may have.
private struct BoundedChunks<Base: AsyncSequence>: AsyncSequence where Base.Element == [UInt8] {
    let base: Base
    let limit: Int

    struct AsyncIterator: AsyncIteratorProtocol {
        var base: Base.AsyncIterator
        var left: Int

        mutating func next() async throws -> [UInt8]? {
            guard let chunk = try await base.next() else { return nil }
            left -= chunk.count
            guard left >= 0 else { throw Problem.tooLarge }
            return chunk
        }
    }

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(base: base.makeAsyncIterator(), left: limit) }
}
