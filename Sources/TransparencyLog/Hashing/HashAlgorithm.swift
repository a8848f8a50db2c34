/// The function a log hashes its leaves and nodes with. A log keeps one for its whole life; both give 32 bytes, so
/// tiles, checkpoints and proofs look alike.
package enum HashAlgorithm: Sendable, CaseIterable {
    /// FIPS 180-4; what RFC 6962 and the C2SP texts prescribe.
    case sha256
    /// GB/T 32905; for logs that have to be kept with commercial cryptography (商用密码).
    case sm3

    package func digest(of bytes: UnsafeRawBufferPointer) -> Hash {
        switch self {
        case .sha256: Hash(of: bytes)
        case .sm3: SM3.digest(of: bytes)
        }
    }

    package func digest(of bytes: [UInt8]) -> Hash { bytes.withUnsafeBytes { digest(of: $0) } }
}
