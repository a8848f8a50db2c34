import Foundation
import Registry
import Regulation
import Testing
import TransparencyLog

/// The files that the verifier in Python is tried on, and what people are told of them, are what we write today.
/// `XUBAO_RECORD=1` writes them anew, to be looked at and committed.
@Suite struct ProofSampleFilesTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Samples")

    @Test func `the samples are what is written today`() throws {
        for (name, text) in try Self.files().sorted(by: { $0.key < $1.key }) {
            let file = Self.folder.appending(path: name)
            if ProcessInfo.processInfo.environment["XUBAO_RECORD"] == "1" {
                try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
                try Data(text.utf8).write(to: file)
            }
            let approved = try? Data(contentsOf: file)
            #expect(approved == Data(text.utf8), "\(name) differs from the sample; look, then record it")
        }
    }

    private static func files() throws -> [String: String] {
        let samples = try ProofSamples()
        let keys = [samples.signer.verifier, samples.witness.verifier]
        let proof = try samples.proof().encoded
        let card = try #require(try samples.card()).signed(by: samples.signer).encoded
        let receipt = try samples.receipt.signed(by: samples.signer).encoded
        var files = [
            "keys": keys.map { $0.encoded + "\n" }.joined(), "policy.tlog-proof": proof, "card": card,
            "receipt": receipt, "policy.extra": String(decoding: try samples.proof().proof.extra ?? [], as: UTF8.self),
        ]
        for (name, text) in [("policy.tlog-proof", proof), ("card", card), ("receipt", receipt)] {
            let judgement = Evidence.check(Array(text.utf8), by: keys, at: SampleEntries.committedAt)
            for language in Language.allCases {
                files["\(name).\(language.rawValue).txt"] = EvidenceTexts.lines(judgement, in: language)
                    .map { $0 + "\n" }.joined()
            }
            files["\(name).json"] = String(decoding: judgement.json, as: UTF8.self) + "\n"
        }
        return files
    }
}
