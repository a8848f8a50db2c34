import Testing
import TransparencyLog

/// Proof files (C2SP tlog-proof).
@Suite struct LogProofTests {
    @Test(arguments: [1, 2, 7, 256, 300])
    func `a proof of every leaf is read back and verified`(size: Int) throws {
        let log = try SampleLog(size: size)
        let leaves = NaiveTree(size: size).leaves
        for index in stride(from: 0, to: size, by: size > 20 ? 23 : 1) {
            let proof = try log.proof(of: Int64(index), extra: index % 2 == 0 ? nil : [1, 2, 3])
            let read = try #require(LogProof(proof.encoded))
            #expect(read == proof)
            let verified = try read.verified(leaf: leaves[index], in: log.identity)
            #expect(verified.index == Int64(index))
            #expect(verified.checkpoint.checkpoint.size == Int64(size))
            let other = leaves[(index + 1) % size]
            guard size > 1 else { continue }
            #expect(throws: LogProofFault.leafNotIncluded) { try read.verified(leaf: other, in: log.identity) }
        }
    }

    @Test func `the file looks as the specification draws it — tlog-proof, Format`() throws {
        let log = try SampleLog(size: 3)
        let proof = try log.proof(of: 2, extra: Array("hello".utf8))
        let lines = proof.encoded.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[0] == "c2sp.org/tlog-proof@v1")
        #expect(lines[1] == "extra aGVsbG8=")
        #expect(lines[2] == "index 2")
        #expect(lines[3].utf8.count == 44)
        #expect(lines[4].isEmpty)
        #expect(lines[5] == "example.com/log")
        #expect(proof.encoded.hasSuffix("\n\n" + (try log.checkpoint().note.encoded)))
        #expect(try log.proof(of: 2, extra: []).encoded.contains("\nextra \nindex 2\n"))
        #expect(LogProof(try log.proof(of: 2, extra: []).encoded)?.extra == [])
    }

    /// Bits of the extra line are not protected by the file; there is none here.
    @Test func `no changed bit of a proof file is believed`() throws {
        let log = try SampleLog(size: 7)
        let leaf = NaiveTree(size: 7).leaves[4]
        let bytes = Array(try log.proof(of: 4).encoded.utf8)
        for bit in 0..<(bytes.count * 8) {
            var changed = bytes
            changed[bit / 8] ^= 1 << UInt8(bit % 8)
            guard let text = String(validating: changed, as: UTF8.self), let proof = LogProof(text) else { continue }
            #expect(throws: LogProofFault.self, "bit \(bit)") { try proof.verified(leaf: leaf, in: log.identity) }
        }
    }

    @Test func `no changed bit of the leaf is believed`() throws {
        let log = try SampleLog(size: 7)
        let leaf = NaiveTree(size: 7).leaves[4]
        let proof = try log.proof(of: 4)
        for bit in 0..<256 {
            #expect(throws: LogProofFault.leafNotIncluded) {
                try proof.verified(leaf: try leaf.flipping(bit), in: log.identity)
            }
        }
    }

    @Test func `a file that is cut off anywhere is none`() throws {
        let text = Array(try SampleLog(size: 7).proof(of: 4, extra: [1]).encoded.utf8)
        for count in text.indices {
            #expect(String(validating: text.prefix(count), as: UTF8.self).flatMap { LogProof($0) } == nil, "\(count)")
        }
    }

    @Test(arguments: [
        "", "\n\nN", "F\n\nN", "F\nindex 0\nN", "F\nindex 00\n\nN", "F\nindex -1\n\nN", "F\nindex\n\nN",
        "F\nindex 99999999999999999999\n\nN", "F\nextra AA==\n\nN", "F\nindex 0\nextra AA==\n\nN",
        "F\nextra A\nindex 0\n\nN", "F\nextra AA==\nextra AA==\nindex 0\n\nN", "F\r\nindex 0\n\nN", "f\nindex 0\n\nN",
        " F\nindex 0\n\nN", "F\nindex 0\nAAAA\n\nN", "F\nindex 0 \n\nN", "F\n\nindex 0\n\nN",
    ])
    func `what is no proof file is refused`(pattern: String) throws {
        let note = try SampleLog(size: 1).checkpoint().note.encoded
        #expect(LogProof(pattern.replacing("F", with: LogProof.firstLine).replacing("N", with: note)) == nil)
    }

    @Test func `an index beyond the tree is told`() throws {
        let log = try SampleLog(size: 3)
        let leaf = NaiveTree(size: 3).leaves[2]
        for index in ["3", "1152921504606846976"] {
            let text = try log.proof(of: 2).encoded.replacing("index 2", with: "index \(index)")
            let proof = try #require(LogProof(text))
            #expect(throws: LogProofFault.indexBeyondTree) { try proof.verified(leaf: leaf, in: log.identity) }
        }
    }

    @Test func `a proof of another log, or without its key, proves nothing`() throws {
        let log = try SampleLog(size: 3)
        let leaf = NaiveTree(size: 3).leaves[2]
        let proof = try log.proof(of: 2)
        let other = LogIdentity(origin: "example.com/other", verifiers: [log.signer.verifier])
        #expect(throws: LogProofFault.checkpoint(.otherOrigin(SampleLog.origin))) {
            try proof.verified(leaf: leaf, in: other)
        }
        let keyless = LogIdentity(origin: SampleLog.origin, verifiers: [try Keys.signer(SampleLog.origin, 2).verifier])
        #expect(throws: LogProofFault.checkpoint(.unsigned)) { try proof.verified(leaf: leaf, in: keyless) }
    }

    @Test func `known witnesses are named, a forged one spoils the proof`() throws {
        let log = try SampleLog(size: 3)
        let leaf = NaiveTree(size: 3).leaves[2]
        let witnesses = try [Keys.cosigner("w1", 7), Keys.cosigner("w2", 8)]
        let plain = try log.checkpoint()
        let cosigned = plain.adding(
            try witnesses.map { try $0.cosignature(of: plain, at: 77) }, of: witnesses.map(\.verifier))
        var reader = try log.store.reader()
        let proof = LogProof(try reader.inclusionProof(of: 2), in: cosigned)
        #expect(try proof.verified(leaf: leaf, in: log.identity).cosignatures.isEmpty)
        let known = try proof.verified(leaf: leaf, in: log.identity, witnesses: witnesses.map(\.verifier))
        #expect(known.cosignatures.map(\.witness) == ["w1", "w2"])
        let other = try log.checkpoint(2)
        let line = try witnesses[0].cosignature(of: other, at: 77).line
        let forged = try #require(LogProof(try log.proof(of: 2).encoded + line))
        #expect(throws: LogProofFault.checkpoint(.wrongSignature(name: "w1"))) {
            try forged.verified(leaf: leaf, in: log.identity, witnesses: witnesses.map(\.verifier))
        }
    }
}
