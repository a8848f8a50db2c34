import Registry

/// Puts a page together: the frame around it, its texts, its values.
enum Page {
    static func render(
        _ template: String, chrome: PageChrome, title: String, texts: [String: Phrase], values: Values
    ) -> String {
        let frame: Values = [
            "title": title,
            "frame": PhraseBook(phrases: ChromeTexts.phrases, language: chrome.language),
            "text": PhraseBook(phrases: texts, language: chrome.language),
            "lang": chrome.language == .chinese ? "zh-CN" : "en",
            "isEnglish": chrome.language == .english,
            "elder": chrome.elder,
            "elderValue": chrome.elder ? "0" : "1",
            "elderLabel": (chrome.elder ? ChromeTexts.elderOff : ChromeTexts.elderOn).text(in: chrome.language),
            "sandbox": chrome.sandbox,
            "prefix": chrome.prefix,
            "here": chrome.prefix + chrome.path,
            "there": chrome.otherLanguagePath,
            "otherLang": chrome.language == .chinese ? "en" : "zh-CN",
            "styleSheet": Asset.styleSheet.link,
            "script": Asset.script.link,
            "icon": Asset.icon.link,
        ]
        return Templates.render(template, frame.merging(values))
    }

    /// `12,345`.
    static func grouped(_ number: Int64) -> String {
        let digits = Array(String(number.magnitude).utf8)
        var text = number < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += "," }
            text.unicodeScalars.append(Unicode.Scalar(digit))
        }
        return text
    }
}
