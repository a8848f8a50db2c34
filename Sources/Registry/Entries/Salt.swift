/// Sixteen bytes that make a commitment unguessable.
package struct Salt: Sendable {
    let words: (UInt64, UInt64)

    package var bytes: [UInt8] { withUnsafeBytes(of: words) { Array($0) } }
}
