/// What a row of deadlines says: what is to be done, from when the time runs, and how long it is.
public struct DeadlineTerms: Hashable, Sendable {
    public let duty: Sentence
    public let runsFrom: Sentence
    public let span: DeadlineSpan
    /// Whether a last day that is a holiday gives way to the day after (Civil Code 203); not so for a measure such as
    /// the shortest lay-up, within which nothing is to be done.
    public let yieldsToHolidays: Bool

    /// What is to be done, from when, and how soon.
    var sentence: Sentence {
        Sentence(
            "\(duty.chinese)：\(runsFrom.chinese)\(span.text.chinese)",
            "\(duty.english): \(span.text.english) \(runsFrom.english)")
    }
}

extension DeadlineTerms: Decodable {
    private enum Key: String, CodingKey { case duty, dutyEnglish, runsFrom, runsFromEnglish, span, yieldsToHolidays }

    public init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Key.self)
        duty = Sentence(
            try members.decode(String.self, forKey: .duty), try members.decode(String.self, forKey: .dutyEnglish))
        runsFrom = Sentence(
            try members.decode(String.self, forKey: .runsFrom),
            try members.decode(String.self, forKey: .runsFromEnglish))
        span = try members.decode(DeadlineSpan.self, forKey: .span)
        yieldsToHolidays = try members.decode(Bool.self, forKey: .yieldsToHolidays)
    }
}
