import AsyncHTTPClient
import Foundation
import LogFiles
import NIOCore
import NIOHTTP1
import Registry
import ServiceLifecycle
import Storage
import TransparencyLog

/// Has each new checkpoint cosigned by the witnesses that were named, and keeps it with their signatures.
///
/// A witness that is slow, away or refuses holds up nobody: the log is published as before, only without its signature.
struct Witnessing: Service {
    struct Witness: Sendable {
        let url: String
        let verifier: NoteVerifier

        /// `URL=KEY`.
        init(option: String) throws {
            guard let split = option.firstIndex(of: "="), option.hasPrefix("http"),
                let verifier = NoteVerifier(String(option[option.index(after: split)...])),
                verifier.use == .cosignature
            else {
                throw CommandFailure.usage("--witness 应写作 URL=KEY", next: "KEY 由见证方给出，形如 xubao/witness+…+…")
            }
            let address = option[..<split]
            url = String(address.hasSuffix("/") ? address.dropLast() : address)
            self.verifier = verifier
        }
    }

    let witnesses: [Witness]
    let log: any PublishedLog
    let keeper: LogDirectory

    private static let timeout = TimeAmount.seconds(5)

    func run() async throws {
        var sizes = [Int64](repeating: 0, count: witnesses.count)
        var latest: SignedCheckpoint?
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            try? await cancelWhenGracefulShutdown { try await Task.sleep(for: .seconds(1)) }
            guard let checkpoint = try? log.checkpoint(), checkpoint != latest else { continue }
            var signed = checkpoint
            for (position, witness) in witnesses.enumerated() {
                guard let answer = await ask(witness, to: checkpoint, from: &sizes[position]) else { continue }
                signed = signed.adding(answer, of: [witness.verifier])
            }
            latest = checkpoint
            guard signed != checkpoint else { continue }
            do { try keeper.keepWitnessed(signed.note.encoded) } catch {
                Terminal.complain("the witnessed checkpoint could not be kept; trying again with the next")
            }
        }
    }

    /// The lines a witness answers with. What it saw last is only believed to be `size`; it says so itself if not.
    private func ask(_ witness: Witness, to checkpoint: SignedCheckpoint, from size: inout Int64) async
        -> [SignedNote.Signature]?
    {
        for _ in 0..<2 {
            guard let body = try? request(checkpoint, from: size),
                let (status, text) = try? await Self.post(witness.url + "/add-checkpoint", body)
            else { return nil }
            if status == 200 {
                size = checkpoint.checkpoint.size
                return SignedNote.Signature.list(from: text)
            }
            guard status == 409, let known = WitnessAnswer.size(inConflict: text),
                known <= checkpoint.checkpoint.size
            else {
                Terminal.complain("a witness refused a checkpoint: HTTP \(status)")
                return nil
            }
            size = known
        }
        return nil
    }

    private func request(_ checkpoint: SignedCheckpoint, from size: Int64) throws -> String {
        var tiles = try TileReader(size: checkpoint.checkpoint.size, root: checkpoint.checkpoint.root) {
            try log.tile($0)
        }
        return WitnessRequest(proof: try tiles.consistencyProof(from: size), checkpoint: checkpoint).encoded
    }

    private static func post(_ url: String, _ body: String) async throws -> (status: Int, text: String) {
        var request = HTTPClientRequest(url: url)
        request.method = .POST
        request.body = .bytes(ByteBuffer(string: body))
        let response = try await HTTPClient.shared.execute(request, timeout: timeout)
        let answer = try await response.body.collect(upTo: SignedNote.byteLimit)
        return (Int(response.status.code), String(buffer: answer))
    }
}
