import Registry
import Regulation

/// A citation in the small: the instrument by its short name, the article as its text numbers it.
enum CitationText {
    static func short(_ citation: Citation, in language: Language) -> String {
        let name = name(of: citation.instrument).text(in: language)
        return switch language {
        case .chinese: "\(name)\u{2009}\(citation.article)"
        case .english: "\(name), \(article(citation.article))"
        }
    }

    /// `第23条` → `art. 23`, `第三节二` → `section 3(2)`; what is numbered in another way stays as the text has it.
    private static func article(_ article: String) -> String {
        if let topic = topics[article] { return topic }
        for (unit, english) in [("条", "art."), ("行", "row"), ("节", "section")] {
            guard article.hasPrefix("第"), let end = article.firstIndex(of: Character(unit)) else { continue }
            guard let number = number(article[article.index(after: article.startIndex)..<end]) else { continue }
            let rest = article[article.index(after: end)...].split { "()（）".contains($0) }
            let parts = rest.map { part in Self.number(part).map { "(\($0))" } ?? " \(part)" }
            return "\(english) \(number)\(parts.joined())"
        }
        return number(article[...]).map { "part \($0)" } ?? article
    }

    /// In digits, or in Chinese up to ten.
    private static func number(_ text: Substring) -> String? {
        if !text.isEmpty, text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) { return String(text) }
        guard text.count == 1, let digit = text.first, let place = numerals.firstIndex(of: digit) else { return nil }
        return "\(place + 1)"
    }

    private static let numerals: [Character] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]

    /// What is cited by its topic and not by a number.
    private static let topics: [String: String] = [
        "注": "note", "责任限额": "limits", "核定承担金额": "assessed amounts", "无责代赔": "substitution",
        "限额剩余的再次分摊": "later rounds",
        "适用条件": "conditions", "分以下尾差": "leftover fen", "保险期间": "term", "费率浮动": "float",
        "短期险浮动": "short terms", "地区费率因子": "regional factor", "摩托车地区费率因子": "regional factor",
    ]

    private static func name(of instrument: Instrument) -> Phrase {
        switch instrument {
        case .regulation2019: Phrase("交强险条例", "Regulation")
        case .underwritingCode2020: Phrase("承保实务规程", "Underwriting Code")
        case .clauses2020: Phrase("交强险条款", "Clauses")
        case .tariff2006: Phrase("基础费率表（2006 版）", "Tariff of 2006")
        case .tariff2008: Phrase("基础费率表（2008 版）", "Tariff of 2008")
        case .tractorTariff2007: Phrase("拖拉机费率（2007）", "Tractor tariff of 2007")
        case .floatingRules2007: Phrase("费率浮动暂行办法", "Floating Rules")
        case .limitsNotice2008: Phrase("2008 年限额调整方案", "Limits notice of 2008")
        case .limitsAndFloatingNotice2020: Phrase("银保监会公告 2020 年第 2 号", "Notice 2 of 2020")
        case .claimsPractice2020: Phrase("理赔实务规程", "Claims Code")
        case .ownDamageSettlement2009: Phrase("互碰自赔办法", "Knock-for-knock rules")
        case .supremeCourtInterpretation2020: Phrase("最高人民法院解释", "Supreme Court Interpretation")
        case .houseReading: Phrase("本系统的读法", "Our reading")
        case .regionalMotorcycleFactor: Phrase("摩托车地区费率因子", "Regional motorcycle factor")
        case .regionalViolationStandard: Phrase("交通违法联系浮动标准", "Regional violation standard")
        case .drinkDrivingNotice2010: Phrase("酒后驾驶联系浮动通知", "Drink-driving notice of 2010")
        default:
            Phrase(ChineseText(stringLiteral: instrument.title), instrument.title)
        }
    }
}
