package import TransparencyLog

/// A witness at work (C2SP tlog-witness): cosigns a log's checkpoint only where it continues the one it cosigned last,
/// and only after that is stored.
package struct WitnessDesk: Sendable {
    /// A log that is followed, and where its last cosigned checkpoint is kept.
    package struct Followed: Sendable {
        package let log: LogIdentity
        package let store: any LogStore & Sendable

        package init(log: LogIdentity, store: any LogStore & Sendable) {
            self.log = log
            self.store = store
        }
    }

    /// The longest request that is read, in bytes.
    package static let longestRequest = WitnessRequest.byteLimit

    /// What is answered over HTTP.
    package struct Reply: Equatable, Sendable {
        package let status: Int
        package let contentType: String
        package let body: String
    }

    private let followed: [Followed]
    private let cosigner: Cosigner

    package init(cosigner: Cosigner, following followed: [Followed]) {
        self.cosigner = cosigner
        self.followed = followed
    }

    /// Answers a request to cosign. The time is in seconds since 1970. Throws where the store fails: nothing is signed
    /// then.
    package func answer(_ body: String, at time: Int64) throws -> Reply {
        var kept: String?
        var latest: SignedCheckpoint?
        let answer = try WitnessAnswer(
            to: WitnessRequest(body), log: { origin in follower(of: origin)?.log },
            latest: { origin in
                guard let one = follower(of: origin) else { return nil }
                kept = try one.store.checkpoint()
                latest = try kept.map { try Self.read($0, of: one.log) }
                return latest?.checkpoint
            })
        switch answer {
        case .admitted(let checkpoint): return try cosign(checkpoint, inPlaceOf: kept, at: time)
        case .conflict(let size): return conflict(size)
        default: return Reply(status: answer.status, contentType: Self.text, body: "")
        }
    }

    /// The last checkpoint that was cosigned for a log, by the hash that stands in its address; `nil` without one.
    package func checkpoint(originHash: String) throws -> String? {
        try followed.first { $0.log.originHash == originHash }?.store.checkpoint()
    }

    private static let text = "text/plain; charset=utf-8"

    private func follower(of origin: String) -> Followed? { followed.first { $0.log.origin == origin } }

    private static func read(_ text: String, of log: LogIdentity) throws -> SignedCheckpoint {
        guard let note = SignedNote(text), let checkpoint = try? SignedCheckpoint(note, of: log) else {
            throw LogFault.checkpointUnreadable
        }
        return checkpoint
    }

    private func conflict(_ size: Int64) -> Reply {
        Reply(status: 409, contentType: "text/x.tlog.size", body: WitnessAnswer.body(ofConflict: size))
    }

    private func cosign(_ checkpoint: SignedCheckpoint, inPlaceOf kept: String?, at time: Int64) throws -> Reply {
        guard let one = follower(of: checkpoint.checkpoint.origin) else {
            return Reply(status: 404, contentType: Self.text, body: "")
        }
        do { try one.store.swapCheckpoint(from: kept, to: checkpoint.note.encoded) } catch LogFault.forked {
            // Another request was faster.
            let now = try one.store.checkpoint().map { try Self.read($0, of: one.log).checkpoint.size }
            return conflict(now ?? 0)
        }
        return Reply(
            status: 200, contentType: Self.text, body: try cosigner.cosignature(of: checkpoint, at: time).line)
    }
}
