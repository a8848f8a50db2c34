/// A witness's word that a checkpoint was, at a time, the largest of one consistent history of its log.
package struct Cosignature: Equatable, Sendable {
    package let witness: String
    /// Seconds since 1970.
    package let time: Int64

    /// `nil` unless the bytes are a time and a signature of this key over time and text (C2SP tlog-cosignature, v1).
    init?(_ bytes: [UInt8], of text: String, by witness: NoteVerifier) {
        guard witness.use == .cosignature, bytes.count > 8 else { return nil }
        let time = bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard let time = Int64(exactly: time), time > 0,
            witness.key.isValid(Array(bytes.dropFirst(8)), of: Self.message(time: time, text: text))
        else { return nil }
        self.witness = witness.name
        self.time = time
    }

    /// What is signed. The first line keeps it apart from every other text such a key could sign.
    static func message(time: Int64, text: String) -> [UInt8] { Array("cosignature/v1\ntime \(time)\n\(text)".utf8) }
}
