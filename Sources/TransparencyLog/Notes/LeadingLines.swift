/// The lines before the first empty one, and what comes after that: how requests to witnesses and proof files carry a
/// note.
struct LeadingLines {
    var head: ArraySlice<Substring>
    let rest: String

    /// `nil` when no empty line follows a first line.
    init?(_ text: String) {
        let bytes = text.utf8
        guard
            let end = zip(bytes.indices, bytes.indices.dropFirst())
                .first(where: { bytes[$0] == 0x0A && bytes[$1] == 0x0A })
        else { return nil }
        head = bytes[..<end.0].split(separator: 0x0A, omittingEmptySubsequences: false).map { Substring($0) }[...]
        rest = String(text[bytes.index(after: end.1)...])
    }

    /// What is left of the head, as one hash a line.
    func hashes() -> [Hash]? {
        var hashes: [Hash] = []
        for line in head {
            guard let hash = Base64.hash(of: line) else { return nil }
            hashes.append(hash)
        }
        return hashes
    }
}
