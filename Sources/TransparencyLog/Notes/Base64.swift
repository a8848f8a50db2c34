import FoundationEssentials

/// Base 64 with padding (RFC 4648, section 4), one spelling for one value.
package enum Base64 {
    /// The one spelling of these bytes.
    package static func text(of bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }

    /// `nil` for every other spelling: the last character leaves bits unused that anybody could change.
    package static func bytes(of text: some StringProtocol) -> [UInt8]? {
        guard let data = Data(base64Encoded: String(text)), data.base64EncodedString().utf8.elementsEqual(text.utf8)
        else { return nil }
        return Array(data)
    }

    /// `nil` unless it is the one spelling of 32 bytes.
    package static func hash(of text: some StringProtocol) -> Hash? { bytes(of: text).flatMap { Hash(bytes: $0) } }
}
