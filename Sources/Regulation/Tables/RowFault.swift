/// Why a row of a document is none, in both languages, and which member is at fault.
struct RowFault: Error {
    let sentence: Sentence
    /// Within the row: `value.amount`, `citation`; empty for the row as a whole.
    let member: String

    init(_ error: any Error) {
        guard let error = error as? DecodingError else {
            self.init(Sentence("无法读取", "cannot be read"), [])
            return
        }
        switch error {
        case .keyNotFound(let key, let context):
            let member = key.stringValue
            self.init(Sentence("缺少 \(member)", "\(member) is missing"), context.codingPath + [key])
        case .valueNotFound(_, let context):
            self.init(Sentence("空缺", "nothing stands there"), context.codingPath)
        case .typeMismatch(_, let context):
            self.init(Sentence("类型不对", "is of another kind"), context.codingPath)
        case .dataCorrupted(let context):
            self.init(
                Sentence("写法不对（\(context.debugDescription)）", "is not well written (\(context.debugDescription))"),
                context.codingPath)
        @unknown default:
            self.init(Sentence("无法读取", "cannot be read"), [])
        }
    }

    private init(_ sentence: Sentence, _ path: [any CodingKey]) {
        self.sentence = sentence
        // The first two steps lead to the row: `rows`, and its number.
        member = path.dropFirst(2).map(\.stringValue).joined(separator: ".")
    }
}
