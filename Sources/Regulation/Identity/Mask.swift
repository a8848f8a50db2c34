/// Hides the middle of an identifier, so that its owner knows it again and nobody learns it.
enum Mask {
    /// Stars in place of all but the first and last characters; of a text too short to hide anything, only stars.
    static func middle(of text: String, first: Int, last: Int) -> String {
        let count = text.count
        guard count > first + last else { return String(repeating: "*", count: count) }
        return text.prefix(first) + String(repeating: "*", count: count - first - last) + text.suffix(last)
    }
}
