/// The two languages people are answered in; each is written for its readers, neither is a translation of the other.
package enum Language: String, CaseIterable, Sendable {
    case chinese = "zh"
    case english = "en"
}
