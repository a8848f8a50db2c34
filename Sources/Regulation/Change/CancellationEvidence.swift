/// A document that must be shown, or one of several, before a contract is cancelled (Underwriting Code 5(2)).
public struct CancellationEvidence: Hashable, Sendable {
    /// Any one of them is enough; never empty.
    public let anyOf: [Sentence]
    public let citation: Citation
}

extension CancellationEvidence: Decodable {
    private enum Key: String, CodingKey { case anyOf, anyOfEnglish, instrument, article }

    public init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Key.self)
        let chinese = try members.decode([String].self, forKey: .anyOf)
        let english = try members.decode([String].self, forKey: .anyOfEnglish)
        guard !chinese.isEmpty, chinese.count == english.count else {
            throw DecodingError.dataCorruptedError(
                forKey: .anyOf, in: members, debugDescription: "each document wants both languages")
        }
        anyOf = zip(chinese, english).map { Sentence($0, $1) }
        citation = try Citation(from: decoder)
    }
}
