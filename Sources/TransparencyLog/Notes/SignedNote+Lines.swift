extension SignedNote.Signature {
    /// As it stands below a note, with its newline.
    package var line: String { "— \(name) \(Base64.text(of: keyID + bytes))\n" }

    /// Reads signature lines: what follows a note's blank line, and what a witness answers. `nil` when there is none,
    /// when there are too many, or when one is malformed.
    package static func list(from text: String) -> [Self]? {
        guard text.utf8.last == 0x0A, text.utf8.count <= SignedNote.byteLimit else { return nil }
        var found: [Self] = []
        for line in text.utf8.dropLast().split(separator: 0x0A, omittingEmptySubsequences: false) {
            guard found.count < SignedNote.signatureLimit, let signature = Self(line: Substring(line)) else {
                return nil
            }
            found.append(signature)
        }
        return found
    }

    private init?(line: Substring) {
        let parts = line.utf8.split(separator: 0x20, omittingEmptySubsequences: false).map { String(Substring($0)) }
        guard parts.count == 3, parts[0].utf8.elementsEqual("—".utf8), NoteVerifier.isName(parts[1]),
            let data = Base64.bytes(of: parts[2]), data.count > 4
        else { return nil }
        self.init(name: parts[1], keyID: Array(data.prefix(4)), bytes: Array(data.dropFirst(4)))
    }
}
