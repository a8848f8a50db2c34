/// What a row of penalties says: who, for what, what is done besides, and the fine.
public struct PenaltyTerms: Hashable, Sendable {
    public let subject: Sentence
    public let act: Sentence
    /// What the authority does beside the fine: detain the vehicle, order the insurance to be taken out.
    public let measures: [Sentence]
    public let fine: PenaltyFine
    /// Other places in the law that provide for the same act.
    public let alsoCited: [Citation]
}

extension PenaltyTerms: Decodable {
    private enum Key: String, CodingKey {
        case subject, subjectEnglish, act, actEnglish, measures, measuresEnglish, fine, alsoCited
    }

    public init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Key.self)
        subject = Sentence(
            try members.decode(String.self, forKey: .subject), try members.decode(String.self, forKey: .subjectEnglish))
        act = Sentence(
            try members.decode(String.self, forKey: .act), try members.decode(String.self, forKey: .actEnglish))
        let chinese = try members.decode([String].self, forKey: .measures)
        let english = try members.decode([String].self, forKey: .measuresEnglish)
        guard chinese.count == english.count else {
            throw DecodingError.dataCorruptedError(
                forKey: .measures, in: members, debugDescription: "each measure wants both languages")
        }
        measures = zip(chinese, english).map { Sentence($0, $1) }
        fine = try members.decode(PenaltyFine.self, forKey: .fine)
        alsoCited = try members.decodeIfPresent([Citation].self, forKey: .alsoCited) ?? []
    }
}
