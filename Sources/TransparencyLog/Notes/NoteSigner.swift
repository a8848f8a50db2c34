/// A named private key that signs notes.
package struct NoteSigner: Sendable {
    package let verifier: NoteVerifier
    private let key: any SigningKey

    /// The name must be one in the sense of `NoteVerifier.isName`.
    package init(name: String, key: any SigningKey) {
        self.key = key
        verifier = NoteVerifier(name: name, key: key.verifyingKey)
    }

    func signature(of text: String) throws -> SignedNote.Signature {
        SignedNote.Signature(
            name: verifier.name, keyID: verifier.keyID, bytes: try key.noteSignature(of: Array(text.utf8)))
    }
}
