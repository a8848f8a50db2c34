/// A closed list of values, each written as its English code or in the field's Chinese; built once for a type.
struct Vocabulary<Term: RawRepresentable & CaseIterable & Sendable>: Sendable where Term.RawValue == String {
    private struct Word: Sendable {
        let text: String
        /// Without regard to case.
        let raised: String
        let term: Term
    }

    private let name: String
    private let path: String
    private let words: [Word]
    private let unknown: Finding

    /// - Parameters:
    ///   - name: the column as people call it, for messages.
    ///   - path: the column in the record's own names; codes of findings begin with it.
    ///   - terms: every Chinese term of a case, the one we write first.
    init(name: String, path: String, terms: (Term) -> [String]) {
        self.name = name
        self.path = path
        let codes = Term.allCases.map { (text: $0.rawValue, term: $0) }
        let chinese = Term.allCases.flatMap { term in terms(term).map { (text: $0, term: term) } }
        words = (codes + chinese).map { Word(text: $0.text, raised: IdentityText($0.text).text, term: $0.term) }
        let accepted = Term.allCases.compactMap { terms($0).first }.joined(separator: "、")
        unknown = Finding(code: "\(path)Unknown", message: "没有这种\(name)，请填下列之一：\(accepted)。", path: path)
    }

    /// The case whose code or term the text is; spaces and full-width forms are repaired, capitals in a code as well.
    func read(_ text: String) -> Reading<Term> {
        guard text.utf8.count <= IdentityText.longestUTF8 else {
            return Reading(fault: IdentityFault.tooLong(name, code: "\(path)TooLong", path: path))
        }
        if let word = word(text) { return Reading(word.term) }
        let folded = IdentityText(text, [])
        if folded.text.isEmpty {
            return Reading(fault: IdentityFault.empty(name, code: "\(path)Empty", path: path), repairs: folded.repairs)
        }
        if let word = word(folded.text) {
            return Reading(word.term, repairs: folded.repairs)
        }
        let raised = IdentityText(folded.text).text
        if let word = words.first(where: { $0.raised == raised }) {
            return Reading(word.term, repairs: folded.repairs + [.letterCase])
        }
        return Reading(fault: unknown, repairs: folded.repairs)
    }

    /// By bytes: comparing ideographs as text is an order slower, and terms have one spelling.
    private func word(_ text: String) -> Word? {
        let bytes = text.utf8
        return words.first { $0.text.utf8.count == bytes.count && $0.text.utf8.elementsEqual(bytes) }
    }
}
