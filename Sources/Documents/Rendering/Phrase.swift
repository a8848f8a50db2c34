import Registry

/// One thing said in both languages.
struct Phrase: Sendable {
    let chinese: String
    let english: String

    init(_ chinese: ChineseText, _ english: String) {
        self.chinese = chinese.text
        self.english = english
    }

    func text(in language: Language) -> String {
        switch language {
        case .chinese: chinese
        case .english: english
        }
    }
}
