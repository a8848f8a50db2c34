import Regulation

extension FactReader {
    mutating func text(_ name: String) -> String? {
        guard let value = take(name) else { return nil }
        guard case .text(let text) = value else {
            find(.wrongType(Sentence("一段文字，两边加引号", "a text in quotation marks"), at: path(name)))
            return nil
        }
        return text
    }

    /// A short text that the answer may repeat: an id of the asker's.
    mutating func identifier(_ name: String) -> String? {
        guard let text = text(name) else { return nil }
        if text.utf8.count <= Self.longestIdentifier { return text }
        find(.textTooLong(Self.longestIdentifier, at: path(name)))
        return nil
    }

    private static var longestIdentifier: Int { 100 }

    /// What the body reads; its absence is a fault.
    mutating func needed<Value>(_ name: String, _ read: (inout FactReader, String) -> Value?) -> Value? {
        let count = faults.count
        if let value = read(&self, name) { return value }
        if faults.count == count { find(.missingMember(at: path(name))) }
        return nil
    }

    mutating func flag(_ name: String) -> Bool? {
        guard let value = take(name) else { return nil }
        guard case .flag(let flag) = value else {
            find(.wrongType(Sentence(" true 或 false", "true or false"), at: path(name)))
            return nil
        }
        return flag
    }

    /// A whole number; `5.0` is one.
    mutating func whole(_ name: String) -> Int? {
        guard let value = take(name) else { return nil }
        guard case .number(let text) = value else {
            find(.wrongType(Sentence("一个整数，不加引号", "a whole number without quotation marks"), at: path(name)))
            return nil
        }
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let isWhole =
            !text.contains(where: { $0 == "e" || $0 == "E" }) && (parts.count == 1 || parts[1].allSatisfy { $0 == "0" })
        guard isWhole else {
            find(.wrongType(Sentence("一个整数", "a whole number"), at: path(name)))
            return nil
        }
        // The bounds leave room for whatever a rule may do with a count.
        guard let number = Int(parts[0]), number.magnitude < 1 << 53 else {
            find(.numberTooLarge(at: path(name)))
            return nil
        }
        return number
    }

    /// A sum of money: a decimal text with at most two decimals, never a number, which others read as floating.
    mutating func amount(_ name: String) -> Amount? {
        guard let value = take(name) else { return nil }
        guard case .text(let text) = value else {
            find(.wrongType(.amountForm, at: path(name)))
            return nil
        }
        // Separators of thousands are for people; in a document a comma is more likely a decimal one.
        if !text.utf8.contains(UInt8(ascii: ",")), let amount = Amount(yuan: text) { return amount }
        find(.unreadable("amountUnreadable", .amountForm, at: path(name)))
        return nil
    }

    /// A moment, as RFC 3339 has it or as people write Shanghai's time.
    mutating func moment(_ name: String) -> Instant? {
        guard let text = text(name) else { return nil }
        if let reading = Instant.read(text) { return reading.instant }
        find(.unreadable("timeUnreadable", .momentForm, at: path(name)))
        return nil
    }

    /// The end of a period: a bare date, 23:59 and 24:00 are the midnight that follows.
    mutating func end(_ name: String) -> Instant? {
        guard let text = text(name) else { return nil }
        if let end = Instant.readEnd(text) { return end }
        find(.unreadable("timeUnreadable", .momentForm, at: path(name)))
        return nil
    }

    /// A day; of a moment, its day in Shanghai.
    mutating func date(_ name: String) -> CivilDate? {
        guard let text = text(name) else { return nil }
        if let date = CivilDate(text) ?? Instant.read(text)?.instant.shanghaiDate { return date }
        find(.unreadable("dateUnreadable", Sentence("2026-11-20 这样的日期", "a date such as 2026-11-20"), at: path(name)))
        return nil
    }

    /// A word of a closed list, in the code of documents.
    mutating func word<Word: RawRepresentable & CaseIterable>(_ name: String, _ kind: Word.Type) -> Word?
    where Word.RawValue == String {
        guard let text = text(name) else { return nil }
        if let word = Word(rawValue: text) { return word }
        find(.unknownValue(Word.allCases.map(\.rawValue), at: path(name)))
        return nil
    }

    mutating func region(_ name: String) -> Region? {
        guard let text = text(name) else { return nil }
        if let region = Region(code: text) ?? Region.read(text).value { return region }
        find(.regionUnknown(at: path(name)))
        return nil
    }

    /// Kilowatts with their decimals; a number is as exact as a text, since its text is read.
    mutating func power(_ name: String) -> Power? {
        guard let value = take(name) else { return nil }
        switch value {
        case .text(let text), .number(let text):
            if let power = Power(kilowatts: text) { return power }
            find(
                .unreadable(
                    "powerUnreadable", Sentence("千瓦数，如 \"11.0\"", "kilowatts, such as \"11.0\""), at: path(name)))
        default: find(.wrongType(Sentence("千瓦数，如 \"11.0\"", "kilowatts, such as \"11.0\""), at: path(name)))
        }
        return nil
    }
}

extension Sentence {
    fileprivate static let amountForm = Sentence(
        "写成文字的元数，至多两位小数，如 \"665.00\"", "yuan as a text with at most two decimals, such as \"665.00\"")
    fileprivate static let momentForm = Sentence(
        "2026-12-01T00:00:00+08:00 这样的时间", "a time such as 2026-12-01T00:00:00+08:00")
}
