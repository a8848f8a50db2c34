/// Sixteen bytes that make a commitment unguessable.
package struct Salt: Equatable, Sendable {
    package static let byteCount = 16

    let words: (UInt64, UInt64)

    init(words: (UInt64, UInt64)) { self.words = words }

    /// `nil` unless there are exactly 16 bytes.
    package init?(bytes: [UInt8]) {
        guard bytes.count == Self.byteCount else { return nil }
        words = bytes.withUnsafeBytes { $0.loadUnaligned(as: (UInt64, UInt64).self) }
    }

    package var bytes: [UInt8] { withUnsafeBytes(of: words) { Array($0) } }

    package static func == (left: Salt, right: Salt) -> Bool { left.words == right.words }
}
