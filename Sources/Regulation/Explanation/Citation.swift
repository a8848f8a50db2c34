/// The place in a legal text that a sentence, a figure or a refusal rests on.
public struct Citation: Hashable, Sendable {
    public let instrument: Instrument
    /// As the text numbers it: `第16条`, `第五节二`.
    public let article: String

    public init(_ instrument: Instrument, _ article: String) {
        self.instrument = instrument
        self.article = article
    }
}
