import Crypto
import Registry
import Regulation
import Testing
import TransparencyLog

/// Answer cards: small, signed, and never a plate or a VIN on them.
@Suite struct AnswerCardTests {
    private let samples: ProofSamples
    private let card: AnswerCard

    init() throws {
        samples = try ProofSamples()
        card = try #require(try samples.card())
    }

    @Test func `a card says the verdict, its moments, the log and four characters of the plate`() {
        #expect(
            card.text == """
                xubao/main/answer/1
                outcome inForce
                renewal notDue
                end 2027-12-01T00:00:00+08:00
                on 2026-12-24T18:30:00+08:00
                as-of 2026-11-20T12:34:56.789+08:00
                valid-until 2026-11-21T12:34:56.789+08:00
                tree 300 \(Base64.text(of: samples.log.signed.checkpoint.root.bytes))
                entry main-123
                plate 京A***45

                """)
    }

    @Test func `a card is read as it was written`() throws {
        #expect(AnswerCard(text: card.text) == card)
        let note = try card.signed(by: samples.signer)
        #expect(try AnswerCard(note, by: samples.signer.verifier) == card)
        #expect(try card.signed(by: samples.signer) == note)
    }

    @Test func `a card without a period, an entry and a plate has dashes there`() throws {
        var answer = CoverageAnswer(
            outcome: .pending, reason: .recordUnderReview, remedy: .askInsurerAboutReport, on: moment("2026-12-01"),
            asOf: moment("2026-12-01"), knownAt: moment("2026-12-01"), treeSize: 300)
        answer.renewal = .none
        let vin = try #require(VIN(canonical: "LSVAM4187C2123456"))
        let card = try #require(AnswerCard(answer, of: .vin(vin), in: samples.log.signed.checkpoint))
        #expect(card.text.contains("\nend -\n"))
        #expect(card.text.hasSuffix("\nentry -\nplate -\n"))
        #expect(!card.text.contains("2123456"))
        #expect(AnswerCard(text: card.text) == card)
    }

    @Test(arguments: [
        ("京A12345", "京A***45"), ("粤Z1234港", "粤Z***4港"), ("使014578", "使0***78"), ("京AD12345", "京A***45"),
        ("WJ京12345", "WJ***45"), ("12345", "12***"), ("12", "12***"), ("1", "1***"), ("京A1234", "京A***34"),
    ])
    func `a plate is never whole on a card`(whole: String, shown: String) throws {
        let answer = CoverageAnswer(
            outcome: .inForce, reason: .coverCurrent, remedy: .nothingToDo, on: card.on, asOf: card.asOf,
            knownAt: card.asOf, treeSize: 300)
        let card = try #require(AnswerCard(answer, of: .plate(plate(whole), nil), in: samples.log.signed.checkpoint))
        #expect(card.plate == shown)
        #expect(AnswerCard(text: card.text) == card)
    }

    @Test func `the longest card there can be has at most 700 bytes`() throws {
        let name = try #require(LogName("a23456789012345678901234567890ab"))
        let key = try Curve25519.Signing.PrivateKey(rawRepresentation: [UInt8](repeating: 3, count: 32))
        let signer = NoteSigner(name: name.origin, key: key)
        var longest = 0
        for outcome in CoverageAnswer.Outcome.allCases where outcome != .noMatch {
            for renewal in CoverageAnswer.Renewal.allCases {
                var answer = CoverageAnswer(
                    outcome: outcome, reason: .coverCurrent, remedy: .nothingToDo,
                    on: moment("2199-12-30T23:59:59.999+08:00"), asOf: moment("2199-12-30T23:59:59.999+08:00"),
                    knownAt: moment("2199-12-30T23:59:59.999+08:00"), treeSize: .max)
                answer.renewal = renewal
                answer.period = Period(start: .distantPast, end: moment("2199-12-30T23:59:59.999+08:00"))
                answer.index = .max
                let checkpoint = Checkpoint(
                    origin: name.origin, size: MerkleTree.sizeLimit, root: card.root)
                let card = try #require(
                    AnswerCard(answer, of: .plate(plate("粤港12345澳门"), nil), in: checkpoint, log: name))
                let note = try card.signed(by: signer)
                #expect(try AnswerCard(note, by: signer.verifier) == card)
                longest = max(longest, note.encoded.utf8.count)
            }
        }
        #expect((500...AnswerCard.byteLimit).contains(longest))
    }

    @Test func `no card is made of no match, or of an earlier knowledge`() throws {
        #expect(try samples.card { $0.outcome = .noMatch } == nil)
        #expect(try samples.card { $0.knownAt = $0.asOf.adding(days: -1) } == nil)
    }

    @Test func `a card is valid for a day and not a millisecond longer`() {
        #expect(card.isValid(at: card.asOf.adding(milliseconds: 86_399_999)))
        #expect(!card.isValid(at: card.asOf.adding(milliseconds: 86_400_000)))
    }

    @Test func `no changed bit of a card is believed`() throws {
        let keys = [samples.signer.verifier]
        let bytes = Array(try card.signed(by: samples.signer).encoded.utf8)
        #expect(Evidence.check(bytes, by: keys, at: card.asOf).isProven)
        for changed in flips(of: bytes) { #expect(!Evidence.check(changed, by: keys, at: card.asOf).isProven) }
        for count in 0..<bytes.count {
            #expect(!Evidence.check(Array(bytes[..<count]), by: keys, at: card.asOf).isProven)
        }
    }

    @Test func `a card of another log, by another key or with a second signature is not believed`() throws {
        let note = try card.signed(by: samples.signer)
        let stranger = try ProofSamples.signer(11)
        #expect(throws: EvidenceFault.unsigned) { try AnswerCard(note, by: stranger.verifier) }
        #expect(throws: EvidenceFault.otherLog) { try AnswerCard(note, by: samples.witness.verifier) }
        let twice = try SignedNote(signing: card.text, by: samples.signer, samples.signer)
        #expect(throws: EvidenceFault.unsigned) { try AnswerCard(twice, by: samples.signer.verifier) }
        let receipt = try samples.receipt.signed(by: samples.signer)
        #expect(throws: EvidenceFault.malformed) { try AnswerCard(receipt, by: samples.signer.verifier) }
    }

    @Test(arguments: [
        ("answer/1", "answer/2"), ("inForce", "noMatch"), ("inForce", "inforce"), ("outcome inForce\n", ""),
        ("end 2027-12-01T00:00:00+08:00", "end 2027-12-01"), ("end 2027-12-01T00:00:00+08:00", "end never"),
        ("on 2026-12-24T18:30:00+08:00", "on 2026-12-24T10:30:00Z"), ("tree 300", "tree 0300"),
        ("tree 300", "tree -1"), ("entry main-123", "entry main-0123"), ("entry main-123", "entry north-123"),
        ("entry main-123", "entry 123"), ("京A***45", "京A12345"), ("京A***45", "京A1***45"), ("京A***45", "京A *** 45"),
        ("京A***45", "***京A12345"), ("京A***45\n", "京A***45\n\n"), ("京A***45\n", "京A***45"), ("xubao/", "Xubao/"),
    ])
    func `another spelling is no card`(old: String, new: String) {
        #expect(card.text.contains(old))
        #expect(AnswerCard(text: card.text.replacing(old, with: new)) == nil)
    }

    @Test func `a card about a real answer names the entry that the answer rests on`() throws {
        let bench = Workbench()
        try bench.accept(policyRecord("P0", plate: "京B00001", vin: nil, from: "2026-06-01", to: "2027-05-31"))
        let id = try bench.accept(policyRecord("P1", from: "2026-06-01", to: "2027-05-31"))
        let log = try PublishedSample(bench.store.rows.map(\.leaf), by: samples.signer)
        let gate = try MemoryGate(bench, publishing: log)
        let answer = try bench.ask("京A12345", "123456")
        let subject = CoverageQuestion.Subject.plate(plate("京A12345"), nil)
        let desk = ProofDesk(gate: gate)
        let note = try #require(try desk.card(of: answer, to: subject))
        let card = try AnswerCard(note, by: gate.signer.verifier)
        #expect(card.entry?.text == id)
        #expect(card.outcome == .inForce)
        #expect(card.treeSize == 2)
        let unpublished = ProofDesk(gate: try MemoryGate(bench))
        #expect(throws: Problem.logNotPublished) { try unpublished.card(of: answer, to: subject) }
        let unknown = try bench.ask("京A99999", "123456")
        #expect(try desk.card(of: unknown, to: .plate(plate("京A99999"), nil)) == nil)
    }
}
