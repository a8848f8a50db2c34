import Foundation
import Testing
import TransparencyLog

/// The files that the verifier in Python and OpenSSL are tried on (`Tests/EndToEnd/test_verifier.py`) are what we write
/// today. `XUBAO_RECORD=1` writes them anew, to be looked at and committed.
@Suite struct SampleFilesTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Samples")
    private static let entries = (0..<300).map { Array("entry \($0)".utf8) }

    @Test func `the sample log is what is written today`() throws {
        for (name, bytes) in try Self.files().sorted(by: { $0.key < $1.key }) { try Self.check(name, bytes) }
    }

    /// What OpenSSL is asked to verify: key, message and signature in hexadecimal, one signature a line.
    @Test func `the sample signatures of SM2 are what is made today`() throws {
        var draws = Draws(seed: 2026)
        var lines = ""
        for length in 0..<24 {
            let key = try #require(SM2PrivateKey(bytes: draws.bytes(32)))
            let message = draws.bytes(length * length)
            lines += [key.publicKey.bytes, message, key.signature(of: message)].map(Hex.text).joined(separator: " ")
            lines += "\n"
        }
        try Self.check("sm2.txt", Array(lines.utf8))
    }

    private static func files() throws -> [String: [UInt8]] {
        let signer = try Keys.signer(SampleLog.origin, 1)
        let witness = try Keys.cosigner("witness.example/w1", 7)
        let log = LogIdentity(origin: SampleLog.origin, verifiers: [signer.verifier])
        let store = TileStore(entries.map { MerkleTree.leafHash($0) })
        func checkpoint(_ size: Int) throws -> SignedCheckpoint {
            let text = Checkpoint(origin: log.origin, size: Int64(size), root: store.root(Int64(size))).text
            let signed = try SignedCheckpoint(SignedNote(signing: text, by: signer), of: log)
            return signed.adding(
                [try witness.cosignature(of: signed, at: 1_700_000_000 + Int64(size))], of: [witness.verifier])
        }
        var reader = try store.reader()
        let earlier = try checkpoint(200)
        let latest = try checkpoint(300)
        var files = store.files.reduce(into: [:]) { $0["log/" + $1.key] = $1.value }
        for coordinate in TileCoordinate.entryBundles(from: 0, to: 300) {
            let bundle = Array(entries[Int(coordinate.leaves.lowerBound)..<Int(coordinate.leaves.upperBound)])
            files["log/" + coordinate.path] = EntryBundle.bytes(of: bundle)
        }
        let texts = [
            "keys": signer.verifier.encoded + "\n" + witness.verifier.encoded + "\n",
            "log/checkpoint": latest.note.encoded, "earlier": earlier.note.encoded,
            "consistency": WitnessRequest(
                proof: try reader.consistencyProof(from: 200), checkpoint: latest
            ).encoded,
            "entry-123.tlog-proof": LogProof(
                try reader.inclusionProof(of: 123), in: latest, extra: entries[123]
            ).encoded,
        ]
        for (name, text) in texts { files[name] = Array(text.utf8) }
        return files
    }

    private static func check(_ name: String, _ bytes: [UInt8]) throws {
        let file = folder.appending(path: name)
        if ProcessInfo.processInfo.environment["XUBAO_RECORD"] == "1" {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
        }
        let approved = try? Data(contentsOf: file)
        #expect(approved.map(Array.init) == bytes, "\(name) differs from the sample; look, then record it")
    }
}
