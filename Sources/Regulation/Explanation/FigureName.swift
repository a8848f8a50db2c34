/// What a figure is called. Each folder of rules declares its own names in an extension, `FigureName+Premium.swift`.
public struct FigureName: Hashable, Sendable {
    /// Stable, for programs: `basePremium`.
    public let code: String
    public let title: Sentence

    public init(_ code: String, _ chinese: String, _ english: String) {
        self.code = code
        title = Sentence(chinese, english)
    }
}
