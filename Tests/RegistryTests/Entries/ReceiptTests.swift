import Crypto
import Registry
import Regulation
import Testing
import TransparencyLog

/// The registry's word that an entry is in the log.
@Suite struct ReceiptTests {
    private static let receipt = Receipt(
        entry: EntryID(log: .main, index: 12_345), leafHash: SampleEntries.policy.entry.leaf.hash,
        committedAt: SampleEntries.committedAt)

    @Test func `a receipt says log, id, index, leaf hash and time, one a line`() throws {
        let golden = try #require(GoldenEntry.all.first { $0.sample.name == "policy" })
        #expect(
            Self.receipt.text == """
                xubao/main/receipt
                entry main-12345
                index 12345
                leaf \(golden.leafHash)
                committed 2026-11-20T12:34:56.789+08:00

                """)
    }

    @Test func `a receipt issued again is the same note, byte for byte`() throws {
        let signer = NoteSigner(
            name: "xubao/main",
            key: try Curve25519.Signing.PrivateKey(rawRepresentation: [UInt8](repeating: 9, count: 32)))
        let note = try Self.receipt.signed(by: signer)
        #expect(note.isSigned(by: signer.verifier))
        #expect(try Self.receipt.signed(by: signer).encoded == note.encoded)
        #expect(
            note.encoded == Self.receipt.text + """

                — xubao/main b0njH0SB8beStTVVk0zql9VAddh1OS7O4oSec4l2\
                LPB7+r/ba9DvuE0LQ9VaEPTDq/nux26rRImp+KQIsvvRgxia+gw=

                """)
    }

    @Test(arguments: [
        "", "main", "main-", "-1", "main-01", "main-+1", "main--1", "Main-1", "main-1 ", "main-99999999999999999999",
        "1main-1",
    ])
    func `what is no entry id is not read as one`(text: String) {
        #expect(EntryID(text) == nil)
    }

    @Test func `an entry id is read as it is written`() throws {
        for index in [0, 1, 12_345, .max] as [Int64] {
            let id = EntryID(log: .main, index: index)
            #expect(EntryID(id.text) == id)
        }
        let north = try #require(LogName("north2"))
        #expect(EntryID("north2-5") == EntryID(log: north, index: 5))
        #expect(north.origin == "xubao/north2")
    }
}
