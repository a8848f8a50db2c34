/// A scheme of floating ratios.
enum FloatingScheme: String, CaseIterable, Decodable, Sendable {
    /// The ladder of 2007, for every region.
    case national
    case a = "A"
    case b = "B"
    case c = "C"
    case d = "D"
    case e = "E"

    /// Its place in `allCases`.
    var position: Int {
        switch self {
        case .national: 0
        case .a: 1
        case .b: 2
        case .c: 3
        case .d: 4
        case .e: 5
        }
    }

    var title: Sentence {
        switch self {
        case .national: Sentence("全国统一方案", "the national scheme")
        case .a: Sentence("方案A", "scheme A")
        case .b: Sentence("方案B", "scheme B")
        case .c: Sentence("方案C", "scheme C")
        case .d: Sentence("方案D", "scheme D")
        case .e: Sentence("方案E", "scheme E")
        }
    }
}
