package import Crypto
import SystemDigest

/// A digest of 32 bytes, of SHA-256 unless an algorithm is named, held in place without a heap allocation.
package struct Hash: Hashable, Sendable {
    package static let byteCount = 32

    private let words: (UInt64, UInt64, UInt64, UInt64)

    package init(_ digest: SHA256.Digest) {
        words = digest.withUnsafeBytes { $0.loadUnaligned(as: (UInt64, UInt64, UInt64, UInt64).self) }
    }

    /// The digest of these bytes.
    package init(of bytes: UnsafeRawBufferPointer) {
        words = withUnsafeTemporaryAllocation(byteCount: Self.byteCount, alignment: 8) { digest in
            if let place = digest.baseAddress {
                system_sha256(bytes.baseAddress, bytes.count, place.assumingMemoryBound(to: UInt8.self))
            }
            return UnsafeRawBufferPointer(digest).loadUnaligned(as: (UInt64, UInt64, UInt64, UInt64).self)
        }
    }

    /// `nil` unless there are exactly 32 bytes.
    package init?(bytes: some Collection<UInt8>) {
        guard bytes.count == Self.byteCount else { return nil }
        self = Array(bytes).withUnsafeBytes { Hash(loading: $0) }
    }

    /// The first 32 of these bytes, which must be there.
    init(loading bytes: UnsafeRawBufferPointer) {
        words = bytes.loadUnaligned(as: (UInt64, UInt64, UInt64, UInt64).self)
    }

    /// Reads what `hex` writes.
    package init?(hex: String) {
        let digits = hex.utf8.map { digit -> UInt8? in
            switch digit {
            case 0x30...0x39: digit - 0x30
            case 0x61...0x66: digit - 0x61 + 10
            default: nil
            }
        }
        guard digits.count == 2 * Self.byteCount else { return nil }
        var bytes: [UInt8] = []
        for position in stride(from: 0, to: digits.count, by: 2) {
            guard let high = digits[position], let low = digits[position + 1] else { return nil }
            bytes.append(high << 4 | low)
        }
        self.init(bytes: bytes)
    }

    package func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        try Swift.withUnsafeBytes(of: words, body)
    }

    /// The first and the second 16 bytes.
    package var halves: (first: (UInt64, UInt64), second: (UInt64, UInt64)) {
        ((words.0, words.1), (words.2, words.3))
    }

    package var bytes: [UInt8] { withUnsafeBytes { Array($0) } }

    /// Lower-case hexadecimal.
    package var hex: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(unsafeUninitializedCapacity: 64) { buffer in
            withUnsafeBytes { bytes in
                for (position, byte) in bytes.enumerated() {
                    buffer[position * 2] = digits[Int(byte >> 4)]
                    buffer[position * 2 + 1] = digits[Int(byte & 15)]
                }
            }
            return 64
        }
    }

    package static func == (left: Hash, right: Hash) -> Bool { left.words == right.words }

    package func hash(into hasher: inout Hasher) { hasher.combine(words.0) }
}
