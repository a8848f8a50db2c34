/// What a row of the grounds of cancellation says: who may rely on it, when, and with which documents.
public struct CancellationTerms: Hashable, Sendable {
    public let party: CancellationParty
    /// The ground as the text words it.
    public let condition: Sentence
    public let evidence: [CancellationEvidence]
}

extension CancellationTerms: Decodable {
    private enum Key: String, CodingKey { case party, condition, conditionEnglish, evidence }

    public init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Key.self)
        party = try members.decode(CancellationParty.self, forKey: .party)
        condition = Sentence(
            try members.decode(String.self, forKey: .condition),
            try members.decode(String.self, forKey: .conditionEnglish))
        evidence = try members.decode([CancellationEvidence].self, forKey: .evidence)
    }
}
