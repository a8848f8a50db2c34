/// The report a correction or retraction is about.
package enum CorrectionTarget: Equatable, Sendable {
    /// By the entry id its receipt named.
    case entry(String)
    /// By the policy number and the sequence number it was sent with.
    case report(policyNumber: String, sequence: Int64)

    /// Canonical text: the entry id, or `policyNumber#sequence`.
    package var text: String {
        switch self {
        case .entry(let id): id
        case .report(let policyNumber, let sequence): "\(policyNumber)#\(sequence)"
        }
    }
}

extension CorrectionTarget {
    /// What `text` writes; `nil` for anything else.
    package init?(canonical text: String) {
        if let id = EntryID(text) {
            self = .entry(id.text)
            return
        }
        guard let target = Self.report(text, separator: "#") else { return nil }
        self = target
    }

    /// Reads an entry id; a policy number, one of `# + : @ /` or a blank, and a sequence number; or a sequence number
    /// alone, which belongs to the record's own policy number. Blanks around a separator do not count.
    static func read(_ text: String, policyNumber: String?) -> CorrectionTarget? {
        if let id = EntryID(text) { return .entry(id.text) }
        if let sequence = SequenceNumber.read(text) {
            return policyNumber.map { .report(policyNumber: $0, sequence: sequence) }
        }
        // The record's own number first: it may hold a separator itself.
        if let policyNumber, text.utf8.starts(with: policyNumber.utf8) {
            let rest = text.dropFirst(policyNumber.count).drop { $0 == " " }
            if let first = rest.first, separators.contains(first) || rest.count < text.count - policyNumber.count {
                let digits = separators.contains(first) ? rest.dropFirst() : rest
                if let sequence = SequenceNumber.read(digits.drop { $0 == " " }) {
                    return .report(policyNumber: policyNumber, sequence: sequence)
                }
            }
        }
        for separator in separators {
            if let target = report(text, separator: separator) { return target }
        }
        return nil
    }

    /// In the order they are tried: a number seldom holds the first ones.
    private static let separators: [Character] = ["#", "+", "@", ":", " ", "/"]

    private static func report(_ text: String, separator: Character) -> CorrectionTarget? {
        guard let position = text.lastIndex(of: separator),
            let sequence = SequenceNumber.read(text[text.index(after: position)...].drop { $0 == " " })
        else { return nil }
        var number = text[..<position]
        while number.last == " " { number.removeLast() }
        guard 1...PolicyNumberText.longest ~= number.utf8.count else { return nil }
        return .report(policyNumber: String(number), sequence: sequence)
    }
}
