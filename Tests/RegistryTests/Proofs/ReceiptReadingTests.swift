import Registry
import Regulation
import Testing
import TransparencyLog

/// Receipts read back, as `verify` and strangers do.
@Suite struct ReceiptReadingTests {
    private let samples: ProofSamples

    init() throws { samples = try ProofSamples() }

    @Test func `a receipt is read as it was written`() throws {
        let receipt = samples.receipt
        #expect(Receipt(text: receipt.text) == receipt)
        #expect(try Receipt(receipt.signed(by: samples.signer), by: samples.signer.verifier) == receipt)
    }

    @Test func `no changed bit of a receipt is believed`() throws {
        let keys = [samples.signer.verifier]
        let bytes = Array(try samples.receipt.signed(by: samples.signer).encoded.utf8)
        #expect(Evidence.check(bytes, by: keys, at: .distantPast).isProven)
        for changed in flips(of: bytes) { #expect(!Evidence.check(changed, by: keys, at: .distantPast).isProven) }
    }

    @Test func `a receipt by another key is not believed`() throws {
        let stranger = try ProofSamples.signer(11)
        let note = try samples.receipt.signed(by: stranger)
        #expect(throws: EvidenceFault.unsigned) { try Receipt(note, by: samples.signer.verifier) }
        #expect(throws: EvidenceFault.otherLog) {
            try Receipt(samples.receipt.signed(by: samples.signer), by: samples.witness.verifier)
        }
    }

    @Test(arguments: [
        ("xubao/main/receipt", "xubao/north/receipt"), ("xubao/main/receipt", "xubao//receipt"),
        ("index 123", "index 124"), ("index 123", "index 0123"), ("main-123", "main-124"), ("leaf ", "Leaf "),
        ("committed 2026-11-20T12:34:56.789+08:00", "committed 2026-11-20 12:34:56.789"),
        ("committed 2026-11-20T12:34:56.789+08:00\n", "committed 2026-11-20T12:34:56.789+08:00\nmore\n"),
        ("committed 2026-11-20T12:34:56.789+08:00\n", "committed 2026-11-20T12:34:56.789+08:00"),
    ])
    func `another spelling is no receipt`(old: String, new: String) {
        let text = samples.receipt.text
        #expect(text.contains(old))
        #expect(Receipt(text: text.replacing(old, with: new)) == nil)
    }

    @Test func `a hash in capitals, too short or with a stranger among its digits is none`() {
        let hex = samples.receipt.leafHash.hex
        #expect(Hash(hex: hex) == samples.receipt.leafHash)
        for other in [hex.uppercased(), String(hex.dropLast()), hex.dropLast() + "g", hex + "00", ""] {
            #expect(Hash(hex: other) == nil)
        }
    }
}
