package import Crypto

/// A named private key that signs notes.
package struct NoteSigner: Sendable {
    package let verifier: NoteVerifier
    let key: Curve25519.Signing.PrivateKey

    package init(name: String, key: Curve25519.Signing.PrivateKey) {
        self.key = key
        verifier = NoteVerifier(name: name, key: key.publicKey)
    }
}
