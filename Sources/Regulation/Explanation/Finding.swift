/// One thing found wrong, or merely odd, with what was submitted: what, where, why, and the text it rests on.
public struct Finding: Hashable, Sendable {
    /// Stable, for programs: `plateForm`, `vinCheckDigit`.
    public let code: String
    /// One sentence for people that says what to do. Never holds personal data.
    public let message: String
    /// The same in English, where the finding is the law's own.
    public let english: String?
    /// The field it is about, in the record's own names: `plate`, `period.end`.
    public let path: String?
    public let citation: Citation?

    public init(
        code: String, message: String, english: String? = nil, path: String? = nil, citation: Citation? = nil
    ) {
        self.code = code
        self.message = message
        self.english = english
        self.path = path
        self.citation = citation
    }
}
