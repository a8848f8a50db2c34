import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import Registry
import Synchronization
import TransparencyLog

/// A log read from its public address. Files are asked for in rising order, so those that come next are fetched while
/// one is being checked. Waits on the calling thread, which must be none of the event loops'.
final class RemoteLog: PublishedLog {
    /// Files fetched ahead of the one asked for.
    private static let ahead: Int64 = 16
    private static let timeout = TimeAmount.seconds(60)
    private static let longestTile = 1 << 25

    private let url: String
    private let identity: LogIdentity
    private let published: SignedCheckpoint
    private let waiting = Mutex<[TileCoordinate: EventLoopFuture<[UInt8]?>]>([:])

    /// `url` is the server's; `key` the log's as it was passed on, else what the server itself says.
    init(url: String, key: String?) throws {
        self.url = (url.hasSuffix("/") ? String(url.dropLast()) : url) + "/v1/log/"
        let text = try key ?? Self.text(self.url + "key")
        guard let verifier = NoteVerifier(text.trimmingCharacters(in: .whitespacesAndNewlines)) else {
            throw CommandFailure.usage(
                key == nil ? "\(url) 给出的公钥读不懂" : "公钥文件读不懂", next: "公钥应是一行，形如 xubao/main+…+…")
        }
        identity = LogIdentity(origin: LogName.main.origin, verifiers: [verifier])
        guard let note = SignedNote(try Self.text(self.url + "checkpoint")),
            let checkpoint = try? SignedCheckpoint(note, of: identity)
        else { throw Divergence.checkpointUnreadable }
        published = checkpoint
    }

    var logIdentity: LogIdentity { identity }

    func checkpoint() throws -> SignedCheckpoint { published }

    func tile(_ coordinate: TileCoordinate) throws -> [UInt8]? {
        let future = waiting.withLock { waiting in
            for offset in 0...Self.ahead {
                guard let next = following(coordinate, offset), waiting[next] == nil else { continue }
                waiting[next] = Self.fetch(url + next.path)
            }
            return waiting.removeValue(forKey: coordinate)
        }
        return try (future ?? Self.fetch(url + coordinate.path)).wait()
    }

    /// The same kind of file further on; only full ones are fetched ahead.
    private func following(_ coordinate: TileCoordinate, _ offset: Int64) -> TileCoordinate? {
        if offset == 0 { return coordinate }
        guard !coordinate.isPartial,
            let next = TileCoordinate(coordinate.content, index: coordinate.index + offset),
            next.leaves.upperBound <= published.checkpoint.size
        else { return nil }
        return next
    }

    private static func fetch(_ url: String) -> EventLoopFuture<[UInt8]?> {
        HTTPClient.shared.get(url: url, deadline: .now() + timeout).flatMapThrowing { response in
            switch response.status {
            case .ok:
                let bytes = response.body.map { Array($0.readableBytesView) } ?? []
                guard bytes.count <= longestTile else { throw CommandFailure.system("\(url) 太长") }
                return bytes
            case .notFound: return nil
            default: throw CommandFailure.system("\(url) 答复 \(response.status.code)", next: "稍后再试")
            }
        }
    }

    private static func text(_ url: String) throws -> String {
        do {
            guard let bytes = try fetch(url).wait() else { throw CommandFailure.system("\(url) 不存在", next: "检查地址") }
            return String(decoding: bytes, as: UTF8.self)
        } catch let error as HTTPClientError {
            throw CommandFailure.system("连不上 \(url)（\(error.shortDescription)）", next: "检查地址和网络")
        }
    }
}
