import Testing

@testable import Documents

struct TemplateTests {
    /// Which texts a template, or one it includes, may name.
    static let books: [String: [String: Phrase]] = [
        "about": AboutTexts.phrases, "answer": AnswerPhrases.phrases, "freshness": FreshnessTexts.phrases,
        "licence": QuestionTexts.phrases, "magicPlates": MagicPlatesTexts.phrases, "problem": ProblemTexts.phrases,
        "question": QuestionTexts.phrases, "questionByPlate": QuestionTexts.phrases,
        "questionByVIN": QuestionTexts.phrases, "start": StartTexts.phrases, "timeline": AnswerPhrases.phrases,
        "log": LogTexts.phrases, "logCheck": LogCheckTexts.phrases, "logGrowth": LogTexts.phrases,
        "logTree": LogTexts.phrases, "layout": [:], "mark": [:], "qr": [:], "sign": [:],
    ].merging(law) { $1 }

    /// Of the pages that ask the law; what they share may name only what both of them say.
    static let law: [String: [String: Phrase]] = {
        let premium = PremiumTexts.phrases.merging(LawTexts.phrases) { $1 }
        let compensation = CompensationTexts.phrases.merging(LawTexts.phrases) { $1 }
        var books: [String: [String: Phrase]] = [:]
        for name in ["premium", "premiumAnswer", "premiumMore", "premiumVehicle"] { books[name] = premium }
        for name in [
            "compensation", "compensationAnswer", "compensationVehicle", "compensationVictim", "flow", "payments",
        ] { books[name] = compensation }
        for name in ["faults", "figure", "figureBody", "lawNotes", "lawSources", "legend", "stair"] {
            books[name] = LawTexts.phrases
        }
        return books
    }()

    @Test func `every text a template names is written, in both languages`() throws {
        for (name, bytes) in Templates.sources {
            let source = String(decoding: bytes, as: UTF8.self)
            let book = try #require(Self.books[name], "\(name)")
            for match in source.matches(of: /\{\{text\.([A-Za-z0-9]+)\}\}/) {
                #expect(book[String(match.1)] != nil, "\(name): \(match.1)")
            }
            for match in source.matches(of: /\{\{frame\.([A-Za-z0-9]+)\}\}/) {
                #expect(ChromeTexts.phrases[String(match.1)] != nil, "\(name): \(match.1)")
            }
        }
    }

    @Test func `every text written is used by a template`() {
        let all = Templates.sources.values.map { String(decoding: $0, as: UTF8.self) }.joined()
        for (name, book) in Self.books {
            for key in book.keys where key != "title" {
                let isColumn = name == "freshness" && FreshnessOrder(rawValue: key) != nil
                #expect(isColumn || all.contains("{{text.\(key)}}"), "\(name): \(key)")
            }
        }
        for key in ChromeTexts.phrases.keys { #expect(all.contains("{{frame.\(key)}}"), "\(key)") }
    }

    @Test func `no template inserts anything unescaped`() {
        for (name, bytes) in Templates.sources {
            let source = String(decoding: bytes, as: UTF8.self)
            #expect(!source.contains("{{{") && !source.contains("{{&"), "\(name)")
        }
    }

    @Test func `texts are calm and set with full-width punctuation`() {
        let books = Self.books.values.flatMap(\.values) + ChromeTexts.phrases.values
        for phrase in books {
            #expect(!phrase.chinese.isEmpty && !phrase.english.isEmpty)
            #expect(
                !phrase.chinese.contains("!") && !phrase.chinese.contains("\u{FF01}") && !phrase.english.contains("!"))
            let isChinese = phrase.chinese.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
            if isChinese { #expect(!phrase.chinese.contains(/[,;?()]/), "\(phrase.chinese)") }
        }
    }

    @Test func `assets are linked by their content and fetch nothing from elsewhere`() {
        #expect(Set(Asset.all.map(\.fingerprint)).count == Asset.all.count)
        for asset in Asset.all {
            let text = String(decoding: asset.bytes, as: UTF8.self)
            #expect(asset.link == "\(asset.path)?v=\(asset.fingerprint)")
            #expect(!text.contains("@import") && !text.contains("url("), "\(asset.path)")
            #expect(!text.replacing("http://www.w3.org/2000/svg", with: "").contains("http"), "\(asset.path)")
        }
    }
}
