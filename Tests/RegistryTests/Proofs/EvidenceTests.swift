import Registry
import Regulation
import Testing
import TransparencyLog

/// What a person is told of a file in their hand.
@Suite struct EvidenceTests {
    private let samples: ProofSamples
    private var keys: [NoteVerifier] { [samples.signer.verifier, samples.witness.verifier] }

    init() throws { samples = try ProofSamples() }

    private func check(_ text: String, by keys: [NoteVerifier], at now: Instant = SampleEntries.committedAt)
        -> Evidence.Judgement
    {
        Evidence.check(Array(text.utf8), by: keys, at: now)
    }

    @Test func `the first line tells what a file is`() throws {
        let card = try #require(try samples.card()).signed(by: samples.signer)
        guard case .proven = check(try samples.proof().encoded, by: keys),
            case .stated(_, _, false) = check(card.encoded, by: keys),
            case .stated(_, _, true) = check(card.encoded, by: keys, at: .distantFuture),
            case .received = check(try samples.receipt.signed(by: samples.signer).encoded, by: keys),
            case .unreadable = check("hello\n", by: keys), case .unreadable = check("", by: keys),
            case .unreadable = check("xubao/Main/receipt\n", by: keys),
            case .refused(.proof, .malformed) = check("c2sp.org/tlog-proof@v1\n", by: keys),
            case .refused(.card, .malformed) = check("xubao/main/answer/1\n", by: keys),
            case .refused(.receipt, .malformed) = check("xubao/main/receipt\n", by: keys)
        else {
            Issue.record("taken for something else")
            return
        }
    }

    @Test func `without a key a proof brings its own, a card and a receipt are not judged`() throws {
        let card = try #require(try samples.card()).signed(by: samples.signer)
        guard case .proven(let proven) = check(try samples.proof().encoded, by: []), proven.isKeyFromFile,
            case .keyWanted(.card) = check(card.encoded, by: []),
            case .keyWanted(.receipt) = check(try samples.receipt.signed(by: samples.signer).encoded, by: [])
        else {
            Issue.record("judged otherwise")
            return
        }
    }

    @Test func `a key in the file is said to be one that has to be compared`() throws {
        let told = EvidenceTexts.lines(check(try samples.proof().encoded, by: []), in: .chinese)
        #expect(told.contains { $0.contains("逐字核对") })
        let known = EvidenceTexts.lines(check(try samples.proof().encoded, by: keys), in: .chinese)
        #expect(!known.contains { $0.contains("逐字核对") })
    }

    @Test func `a file of keys holds the log's own first, and nothing else`() {
        let text = keys.map { $0.encoded + "\n" }.joined()
        #expect(Evidence.keys(in: text)?.map(\.encoded) == keys.map(\.encoded))
        #expect(Evidence.keys(in: "") == nil)
        #expect(Evidence.keys(in: text + "more\n") == nil)
        #expect(Evidence.keys(in: samples.witness.verifier.encoded) == nil)
    }

    @Test func `bytes of any kind are told apart and never stop the process`() throws {
        var generator = SeededGenerator(seed: 4)
        let whole = try [
            samples.proof().encoded, #require(try samples.card()).signed(by: samples.signer).encoded,
            samples.receipt.signed(by: samples.signer).encoded,
        ].map { Array($0.utf8) }
        var judged = 0
        for round in 0..<2000 {
            var bytes = whole[round % 3]
            for _ in 0...Int.random(in: 0...3, using: &generator) {
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0...2, using: &generator) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
                case 1: bytes.remove(at: place)
                default: bytes.insert(contentsOf: bytes[..<min(place, 40)], at: place)
                }
            }
            let judgement = Evidence.check(bytes, by: keys, at: SampleEntries.committedAt)
            #expect(!EvidenceTexts.lines(judgement, in: .english).isEmpty)
            judged += judgement.json.isEmpty ? 0 : 1
        }
        #expect(judged == 2000)
        let long = [UInt8](repeating: 0x0A, count: LogProof.byteLimit + 1)
        guard case .unreadable = Evidence.check(long, by: keys, at: .distantPast) else {
            Issue.record("read what is too long")
            return
        }
    }
}
