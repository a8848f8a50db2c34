/// A witness's named private key.
package struct Cosigner: Sendable {
    package let verifier: NoteVerifier
    private let key: any SigningKey

    /// The name must be one in the sense of `NoteVerifier.isName`; no other witness may have the key.
    package init(name: String, key: any SigningKey) {
        self.key = key
        verifier = NoteVerifier(name: name, key: key.verifyingKey, use: .cosignature)
    }

    /// Signs what `WitnessAnswer` admitted, after it was stored. The time is in seconds since 1970.
    package func cosignature(of checkpoint: SignedCheckpoint, at time: Int64) throws -> SignedNote.Signature {
        // Zero and less would say that no statement about the time is made.
        guard time > 0 else { throw NoteFault.malformedText }
        let stamp = (0..<8).map { UInt8(truncatingIfNeeded: time >> Int64(56 - 8 * $0)) }
        let signature = try key.noteSignature(of: Cosignature.message(time: time, text: checkpoint.note.text))
        return SignedNote.Signature(name: verifier.name, keyID: verifier.keyID, bytes: stamp + signature)
    }
}
