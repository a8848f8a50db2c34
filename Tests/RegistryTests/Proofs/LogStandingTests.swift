import Registry
import Regulation
import Testing
import TransparencyLog

/// What the log as it is now says to papers of earlier days.
@Suite struct LogStandingTests {
    private let samples: ProofSamples

    init() throws { samples = try ProofSamples() }

    private func papers() throws -> [Evidence.Judgement] {
        let card = try #require(try samples.card()).signed(by: samples.signer)
        let receipt = try samples.receipt.signed(by: samples.signer)
        return [try samples.proof().encoded, card.encoded, receipt.encoded].map {
            Evidence.check(Array($0.utf8), by: [samples.signer.verifier], at: SampleEntries.committedAt)
        }
    }

    private func leaves(_ count: Int) -> [Hash] {
        var leaves = samples.leaves
        while leaves.count < count { leaves.append(MerkleTree.leafHash(Array("further \(leaves.count)".utf8))) }
        return Array(leaves.prefix(count))
    }

    private func standings(_ leaves: [Hash]) throws -> [LogStanding?] {
        let log = try PublishedSample(leaves, by: samples.signer)
        return try papers().map { LogStanding(of: $0, in: log) }
    }

    @Test func `a log that went on bears every paper out, at its size and longer`() throws {
        for size in [300, 301, 1_000] {
            #expect(try standings(leaves(size)) == Array(repeating: .borneOut(size: Int64(size)), count: 3))
        }
    }

    @Test func `a log rebuilt with the real key contradicts them, a receipt where its own entry was changed`() throws {
        var changed = leaves(1_000)
        changed[5] = MerkleTree.leafHash([1])
        let (other, same) = (LogStanding.contradicted(size: 1_000), LogStanding.borneOut(size: 1_000))
        #expect(try standings(changed) == [other, other, same])
        changed[Int(ProofSamples.policyIndex)] = MerkleTree.leafHash([2])
        #expect(try standings(changed) == [other, other, other])
    }

    @Test func `a log that was cut off is not so long yet, whatever the paper`() throws {
        #expect(try standings(leaves(100)) == Array(repeating: .notReached(size: 100), count: 3))
        #expect(try standings(leaves(299)).last == .borneOut(size: 299))
    }

    @Test func `tiles that do not add up, and no log at all, are no comparison`() throws {
        var log = try PublishedSample(leaves(300), by: samples.signer)
        log.tiles = [:]
        for paper in try papers() {
            #expect(LogStanding(of: paper, in: log) == .unknown)
            #expect(LogStanding(of: paper, in: nil) == .unknown)
        }
    }

    @Test func `what proves nothing is not compared`() throws {
        let log = try PublishedSample(leaves(300), by: samples.signer)
        for judgement in [Evidence.Judgement.unreadable, .keyWanted(.card), .refused(.receipt, .malformed)] {
            #expect(LogStanding(of: judgement, in: log) == nil)
        }
    }
}
