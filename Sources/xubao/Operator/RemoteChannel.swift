import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import Registry
import Regulation

/// Speaks to the running server through its socket.
final class RemoteChannel: OperatorChannel {
    private static let timeout = TimeAmount.hours(12)
    private let socketPath: String

    init(socketPath: String) { self.socketPath = socketPath }

    private func request(_ method: HTTPMethod, _ path: String, _ body: HTTPClientRequest.Body? = nil) throws
        -> HTTPClientRequest
    {
        guard let url = URL(httpURLWithSocketPath: socketPath, uri: path) else {
            throw CommandFailure.system("套接字路径不可用：\(socketPath)")
        }
        var request = HTTPClientRequest(url: url.absoluteString)
        request.method = method
        request.body = body
        return request
    }

    private func send(_ request: HTTPClientRequest) async throws -> HTTPClientResponse {
        do { return try await HTTPClient.shared.execute(request, timeout: Self.timeout) } catch let error
            as HTTPClientError
        {
            throw CommandFailure.system("与服务器的连接中断（\(error.shortDescription)）", next: "看看 xubao serve 是否还在运行，再试一次")
        }
    }

    /// The body of a success; a problem becomes the failure it describes.
    private func success(_ response: HTTPClientResponse) async throws -> [UInt8] {
        let body = try await response.body.collect(upTo: 1 << 30)
        let bytes = Array(body.readableBytesView)
        guard (200..<300).contains(response.status.code) else {
            throw RemoteProblem.problem(bytes, response.status.code)
        }
        return bytes
    }

    func ask(_ query: [UInt8], asText: Bool) async throws -> (bytes: [UInt8], outcome: String) {
        var request = try request(.POST, "/operator/coverage-queries", .bytes(query))
        if asText {
            request.headers.add(name: "Accept", value: "text/plain")
            request.headers.add(name: "Accept-Language", value: Terminal.language.rawValue)
        }
        let response = try await send(request)
        let outcome = response.headers.first(name: "X-Outcome") ?? ""
        return (try await success(response), outcome)
    }

    func askLines(_ path: String) async throws {
        let chunks = ChunkedFile(path: path).map { ByteBuffer(bytes: $0) }
        let response = try await send(
            try request(.POST, "/operator/coverage-query-lines", .stream(chunks, length: .unknown)))
        guard response.status == .ok else {
            _ = try await success(response)
            return
        }
        for try await buffer in response.body { Terminal.write(Array(buffer.readableBytesView)) }
    }

    func card(_ query: [UInt8]) async throws -> [UInt8] {
        var request = try request(.POST, "/operator/cards", .bytes(query))
        request.headers.add(name: "Accept-Language", value: Terminal.language.rawValue)
        return try await success(try await send(request))
    }

    func proof(for wanted: ProofRequest) async throws -> [UInt8] {
        try await success(try await send(try request(.POST, "/operator/proofs", .bytes(wanted.json))))
    }

    func erase(_ wanted: ErasureRequest) async throws -> [UInt8] {
        try await success(try await send(try request(.POST, "/operator/erasures", .bytes(wanted.json))))
    }

    func barrier() async throws -> Instant {
        let body = try await success(try await send(try request(.POST, "/operator/barriers")))
        guard let moment = Int64(String(decoding: body, as: UTF8.self)).flatMap({ Instant(milliseconds: $0) }) else {
            throw CommandFailure.system("服务器的答复读不懂")
        }
        return moment
    }

    func insurers() async throws -> [UInt8] {
        try await success(try await send(try request(.GET, "/operator/insurers")))
    }

    func enrol(role: String, code: String, name: String) async throws -> [UInt8] {
        let body = try JSONEncoder().encode(["role": role, "code": code, "name": name])
        return try await success(try await send(try request(.POST, "/operator/credentials", .bytes(Array(body)))))
    }

    func upload(
        _ file: UploadFile, progress: @escaping @Sendable (_ bytes: Int, _ rows: Int) -> Void
    ) async throws -> [UInt8] {
        let chunks = CountedChunks(base: ChunkedFile(path: file.path)) { progress($0, 0) }
        var request = try request(
            .POST, "/operator/uploads/\(file.insurer.text)?encoding=\(file.encoding)", .stream(chunks, length: .unknown)
        )
        if let through = file.reportedThrough {
            request.headers.add(name: "X-Reported-Through", value: through.text)
        }
        return try await success(try await send(request))
    }

    func close() async throws {}
}

/// Tells how many bytes have gone out.
private struct CountedChunks: AsyncSequence, Sendable {
    let base: ChunkedFile
    let sent: @Sendable (Int) -> Void

    struct AsyncIterator: AsyncIteratorProtocol {
        var base: ChunkedFile.AsyncIterator
        var total = 0
        let sent: @Sendable (Int) -> Void

        mutating func next() async throws -> ByteBuffer? {
            guard let chunk = try await base.next() else { return nil }
            total += chunk.count
            sent(total)
            return ByteBuffer(bytes: chunk)
        }
    }

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(base: base.makeAsyncIterator(), sent: sent) }
}
