import Registry
import Regulation
import Testing
import TransparencyLog

/// Proof files: written, read by anybody, and never believed when anything in them was changed.
@Suite struct ProofFileTests {
    private let samples: ProofSamples
    private let file: ProofFile
    private let text: String

    init() throws {
        samples = try ProofSamples()
        file = try samples.proof()
        text = file.encoded
    }

    @Test func `a file is read as it was written, and proves its entries by itself`() throws {
        let read = try #require(ProofFile(text))
        #expect(read.encoded == text)
        let proven = try read.verified()
        #expect(proven.entries.map(\.index) == [123, 260, 270])
        #expect(
            proven.entries.map(\.leaf)
                == [ProofSamples.policy.leaf, ProofSamples.cancellation.leaf, ProofSamples.erasure.leaf])
        #expect(proven.checkpoint == samples.log.signed.checkpoint)
        #expect(proven.isKeyFromFile)
        #expect(proven.cosignatures.isEmpty)
        #expect(proven.entries[0][.end] == "2027-12-01T00:00:00+08:00")
        #expect(proven.entries[1][.effectiveAt] == "2027-03-01T12:00:00+08:00")
    }

    @Test func `with the published key and a witness's it says who saw it`() throws {
        let proven = try file.verified(by: [samples.signer.verifier, samples.witness.verifier])
        #expect(!proven.isKeyFromFile)
        #expect(proven.cosignatures.map(\.witness) == ["witness.example/w1"])
    }

    @Test func `it is a plain tlog-proof of its first entry as well`() throws {
        let proof = try #require(LogProof(text))
        let log = LogIdentity(origin: "xubao/main", verifiers: [samples.signer.verifier])
        #expect(try proof.verified(leaf: ProofSamples.policy.leaf.hash, in: log).index == 123)
    }

    @Test func `no value is in the file that is not shown`() throws {
        let extra = extra(of: file)
        for value in ["京A12345", "LSVAM4187C2123456", "EA888-1234", "665.00", "张三", "13800138000"] {
            #expect(!extra.contains(Base64.text(of: Array(value.utf8))))
            #expect(!text.contains(value))
        }
        #expect(extra.contains(Base64.text(of: Array("PDZA2026000041".utf8))))
        // Nor what would open the others.
        #expect(!extra.contains(Base64.text(of: SampleEntries.seed)))
    }

    @Test func `no changed bit is believed`() throws {
        let plain = try samples.plainProof()
        let keys = [samples.signer.verifier, samples.witness.verifier]
        let bytes = Array(plain.encoded.utf8)
        var believed = 0
        for changed in flips(of: bytes, every: 7) where Evidence.check(changed, by: keys, at: .distantPast).isProven {
            let read = try #require(String(validating: changed, as: UTF8.self).flatMap { ProofFile($0) })
            // A changed name or key id makes a witness a stranger; nothing else is said for that.
            #expect(try read.verified(by: keys).cosignatures.isEmpty)
            #expect(read.entries == plain.entries)
            believed += 1
        }
        #expect((1...100).contains(believed))
    }

    @Test func `every other bit of the extra data is refused too`() throws {
        let plain = try samples.plainProof()
        for changed in flips(of: plain.proof.extra ?? [], every: 5) {
            guard let extra = String(validating: changed, as: UTF8.self),
                let read = ProofFile(replacing(extra: extra, in: plain))
            else { continue }
            #expect(throws: EvidenceFault.self) { try read.verified(by: [samples.signer.verifier]) }
            #expect(throws: EvidenceFault.self) { try read.verified() }
        }
    }

    @Test func `no part of a file is a file, except the one without its witness`() throws {
        let bytes = Array(text.utf8)
        let lastLine = try #require(bytes.dropLast().lastIndex(of: 0x0A)) + 1
        for count in 0..<bytes.count {
            let isFile = ProofFile(String(decoding: bytes[..<count], as: UTF8.self)) != nil
            #expect(isFile == (count == lastLine))
        }
        let isFile = ProofFile(text + "\n") != nil
        #expect(!isFile)
    }

    @Test func `another value does not stand there`() throws {
        let other = SampleEntries(
            name: "other", values: SampleEntries.policy.values.merging([.end: "2028-12-01T00:00:00+08:00"]) { $1 },
            personal: SampleEntries.policy.personal, annotations: SampleEntries.policy.annotations)
        let entry = Entry(
            id: ProofSamples.policy.id, committedAt: SampleEntries.committedAt, content: other.content)
        let forged = try samples.proof(OpenedEntry(entry, showing: ProofSamples.shown))
        #expect(throws: EvidenceFault.notInTree(123)) { try forged.verified() }
    }

    @Test func `another time of commit does not stand there`() throws {
        let forged = extra(of: file).replacing(
            "committed 1795149296789", with: "committed 1795149296788", maxReplacements: 1)
        let read = try #require(ProofFile(replacing(extra: forged, in: file)))
        #expect(throws: EvidenceFault.notInTree(123)) { try read.verified() }
    }

    @Test func `a further entry with a wrong path is refused`() throws {
        let forged = extra(of: file).replacing("further 260", with: "further 261")
        let read = try #require(ProofFile(replacing(extra: forged, in: file)))
        #expect(throws: EvidenceFault.notInTree(261)) { try read.verified() }
        let beyond = try #require(
            ProofFile(replacing(extra: extra(of: file).replacing("further 270", with: "further 300"), in: file)))
        #expect(throws: EvidenceFault.indexBeyondTree(300)) { try beyond.verified() }
    }

    @Test func `a key that did not sign is not believed, be it given or in the file`() throws {
        let other = samples.witness.verifier
        #expect(throws: EvidenceFault.otherLog) { try file.verified(by: [other]) }
        let stranger = try ProofSamples.signer(11)
        #expect(throws: EvidenceFault.unsigned) { try file.verified(by: [stranger.verifier]) }
        let claimed = try samples.proof(OpenedEntry(ProofSamples.policy, showing: []), signedWith: stranger.verifier)
        #expect(throws: EvidenceFault.unsigned) { try claimed.verified() }
        #expect(throws: Never.self) { try claimed.verified(by: [samples.signer.verifier]) }
    }

    /// What could be believed of extra data that are not written so.
    @Test(arguments: [
        ("xubao-proof/1", "xubao-proof/2"), ("committed 17", "committed 017"), ("committed 17", "committed -17"),
        ("open 1 ", "open 01 "), ("open 1 ", "open 0 "), ("open 1 ", "open 256 "), ("open 2 ", "open 1 "),
        ("hidden ", "hidden  "), ("further 260", "further 123"), ("further 260", "further +260"),
        ("further 260", "further 1152921504606846977"), ("path ", "Path "), ("erased 23", "erased 240"),
        ("main-270", "main-0270"), ("main-270", "270"), ("key xubao/main", "key xubao/maim"),
        ("further 260", "further 260\nfurther 261"), ("further 260\n", "further 260\n\n"),
    ])
    func `another spelling is no file`(old: String, new: String) {
        let extra = extra(of: file)
        #expect(extra.contains(old))
        let changed = extra.replacing(old, with: new, maxReplacements: 1)
        let isFile = ProofFile(replacing(extra: changed, in: file)) != nil
        #expect(!isFile)
    }

    @Test func `more entries than a file holds are refused`() {
        let text = extra(of: file)
        let block = text[text.start(of: "further 270")...]
        var many = text
        for index in 271..<(271 + ProofFile.entryLimit - 3) {
            many += block.replacing("further 270", with: "further \(index)")
        }
        let isFile = ProofFile(replacing(extra: many, in: file)) != nil
        #expect(isFile)
        many += block.replacing("further 270", with: "further 9999")
        let isStillFile = ProofFile(replacing(extra: many, in: file)) != nil
        #expect(!isStillFile)
    }

    @Test func `a value that is no text, or too long, is refused`() {
        let part = "open 1 \(Base64.text(of: [UInt8](repeating: 1, count: 16))) "
        let head = extra(of: file).prefix(upTo: "committed 1795149296789\n") + "committed 1795149296789\n"
        func reads(_ value: [UInt8]) -> Bool {
            ProofFile(replacing(extra: head + part + Base64.text(of: value) + "\n", in: file)) != nil
        }
        #expect(reads([0x41]))
        #expect(reads([]))
        #expect(!reads([0xC3]))
        #expect(reads([UInt8](repeating: 0x41, count: 65_536)))
        #expect(!reads([UInt8](repeating: 0x41, count: 65_537)))
    }
}

extension String {
    /// Where a text stands first; the end when nowhere.
    fileprivate func start(of part: String) -> String.Index { firstRange(of: part)?.lowerBound ?? endIndex }

    fileprivate func prefix(upTo part: String) -> String { String(self[..<start(of: part)]) }
}
