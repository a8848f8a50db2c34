import Testing

/// Bytes as vectors print them.
enum Hex {
    static func bytes(_ text: String) throws -> [UInt8] {
        let digits = Array(text)
        try #require(digits.count % 2 == 0)
        return try stride(from: 0, to: digits.count, by: 2).map { position in
            try #require(UInt8(String(digits[position...(position + 1)]), radix: 16))
        }
    }

    static func text(_ bytes: [UInt8]) -> String {
        bytes.map { byte in String(byte >> 4, radix: 16) + String(byte & 15, radix: 16) }.joined()
    }
}
