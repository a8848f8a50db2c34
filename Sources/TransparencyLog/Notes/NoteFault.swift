/// Why a text can not be signed, or a note is not believed.
package enum NoteFault: Error, Equatable, Sendable {
    /// A note's text ends in a newline and holds no other control character.
    case malformedText
    /// No signature of a key that is trusted.
    case unsigned
    /// A signature that names a trusted key and is not by it.
    case wrongSignature(name: String)
    case notACheckpoint
    case otherOrigin(String)
}
