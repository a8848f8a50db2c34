import Crypto
import Registry
import Regulation
import Testing
import TransparencyLog

/// A log of 300 leaves in which three entries of one contract stand, and what the registry hands out about it.
struct ProofSamples {
    static let policyIndex: Int64 = 123
    static let cancellationIndex: Int64 = 260
    static let erasureIndex: Int64 = 270
    static let shown = ProofDesk.alwaysShown

    let signer: NoteSigner
    let witness: Cosigner
    /// Leaf hashes of the log.
    let leaves: [Hash]
    let log: PublishedSample

    init() throws {
        signer = try Self.signer(9)
        witness = Cosigner(name: "witness.example/w1", key: try Self.key(7))
        leaves = (0..<300).map { index in
            switch Int64(index) {
            case Self.policyIndex: Self.policy.leaf.hash
            case Self.cancellationIndex: Self.cancellation.leaf.hash
            case Self.erasureIndex: Self.erasure.leaf.hash
            default: MerkleTree.leafHash(Array("entry \(index)".utf8))
            }
        }
        log = try PublishedSample(leaves, by: signer, witness: witness)
    }

    /// A key in the log's name; that of 9 is its own.
    static func signer(_ byte: UInt8) throws -> NoteSigner {
        NoteSigner(name: LogName.main.origin, key: try key(byte))
    }

    private static func key(_ byte: UInt8) throws -> Curve25519.Signing.PrivateKey {
        try Curve25519.Signing.PrivateKey(rawRepresentation: [UInt8](repeating: byte, count: 32))
    }

    static let policy = entry(of: .policy, at: policyIndex)
    static let cancellation = entry(of: .cancellation, at: cancellationIndex)
    static let erasure = entry(of: .erasure, at: erasureIndex)

    private static func entry(of sample: SampleEntries, at index: Int64) -> Entry {
        Entry(
            id: EntryID(log: .main, index: index), committedAt: SampleEntries.committedAt, content: sample.content)
    }

    /// The contract's number and period in the open; the persons' values erased.
    func proof() throws -> ProofFile {
        try proof(
            OpenedEntry(
                Self.policy, showing: Self.shown,
                personal: Erasures([Self.erasure]).beside(Self.policyIndex).mapValues { .erased(by: $0) }))
    }

    /// With another entry in the first one's place.
    func proof(_ first: OpenedEntry, signedWith key: NoteVerifier? = nil) throws -> ProofFile {
        ProofFile(
            first, try log.inclusion(of: first.index),
            further: try [Self.cancellation, Self.erasure].map { further in
                (OpenedEntry(further, showing: Self.shown), try log.inclusion(of: further.index))
            },
            in: log.signed, signedWith: key ?? signer.verifier)
    }

    /// Hidden but for what is always shown: nothing in it that is not protected.
    func plainProof() throws -> ProofFile { try proof(OpenedEntry(Self.policy, showing: Self.shown)) }

    func card(_ change: (inout CoverageAnswer) -> Void = { _ in }) throws -> AnswerCard? {
        var answer = CoverageAnswer(
            outcome: .inForce, reason: .coverCurrent, remedy: .nothingToDo, on: moment("2026-12-24 18:30"),
            asOf: SampleEntries.committedAt, knownAt: SampleEntries.committedAt, treeSize: 300)
        answer.renewal = .notDue
        answer.period = period("2026-12-01", "2027-12-01")
        answer.index = Self.policyIndex
        change(&answer)
        return AnswerCard(answer, of: .plate(plate("京A12345"), nil), in: log.signed.checkpoint)
    }

    var receipt: Receipt {
        Receipt(
            entry: Self.policy.id, leafHash: Self.policy.leaf.hash, committedAt: Self.policy.committedAt)
    }
}

/// The bytes with one bit changed, for every bit or every so many.
func flips(of bytes: [UInt8], every step: Int = 1) -> some Sequence<[UInt8]> {
    stride(from: 0, to: bytes.count * 8, by: step).lazy.map { bit in
        var changed = bytes
        changed[bit / 8] ^= 1 << UInt8(bit % 8)
        return changed
    }
}

/// What stands in a proof file's extra line, and the file with other extra data.
func extra(of file: ProofFile) -> String { String(decoding: file.proof.extra ?? [], as: UTF8.self) }

func replacing(extra: String, in file: ProofFile) -> String {
    let lines = file.encoded.split(separator: "\n", omittingEmptySubsequences: false)
    let line = "extra " + Base64.text(of: Array(extra.utf8))
    return ([lines[0], line[...]] + lines[2...]).joined(separator: "\n")
}
