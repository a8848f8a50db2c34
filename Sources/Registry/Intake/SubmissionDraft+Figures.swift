import Regulation

/// Reading times, money and quantities.
extension SubmissionDraft {
    mutating func takeTime(_ field: Field, _ text: String) {
        let plain = plainText(field, text)
        // A period and a lay-up run up to and including what is written as their end.
        let isEnd = field == .end || field == .layUpUntil
        guard let instant = isEnd ? Instant.readEnd(plain) : Instant.read(plain)?.instant else {
            return refuse(field, text, .time(field, proposal: Self.spreadsheetDate(plain)))
        }
        switch field {
        case .start: submission.start = instant
        case .end: submission.end = instant
        case .appliedAt: submission.appliedAt = instant
        case .paidAt: paidAt = instant
        case .issuedAt: submission.issuedAt = instant
        case .effectiveAt: submission.effectiveAt = instant
        case .layUpUntil: submission.layUpUntil = instant
        default: break
        }
        keep(field, instant.text)
    }

    /// The date a spreadsheet counts as its so many-th day, when the cell was not saved as a date.
    private static func spreadsheetDate(_ text: String) -> String? {
        guard text.utf8.count == 5, let days = SequenceNumber.read(text) else { return nil }
        return CivilDate(year: 1899, month: 12, day: 30)?.adding(days: Int(days))?.text
    }

    mutating func takeAmount(_ field: Field, _ text: String) {
        let plain = plainText(field, text)
        let amount: Amount
        if let plainAmount = Amount(yuan: plain) {
            amount = plainAmount
        } else {
            guard let bareAmount = Amount(yuan: withoutUnit(field, plain)) else { return ignore(field, text) }
            amount = bareAmount
            repaired(field, "unitRemoved")
        }
        if field == .premium { premium = amount }
        keep(field, amount.yuanText)
    }

    /// A whole number below ten million; `5.0` and `5人` are 5.
    mutating func takeCount(_ field: Field, _ text: String) {
        let plain = plainText(field, text)
        if let number = DecimalText(plain), number.isWhole { return keep(field, number, of: plain) }
        let bare = withoutUnit(field, plain)
        guard let number = DecimalText(bare), number.isWhole else { return ignore(field, text) }
        repaired(field, "unitRemoved")
        keep(field, number, of: bare)
    }

    /// A number with up to three decimals, written without needless zeros.
    mutating func takeDecimal(_ field: Field, _ text: String) {
        let plain = plainText(field, text)
        if let number = DecimalText(plain) { return keep(field, number.text(of: plain)) }
        guard let number = DecimalText(withoutUnit(field, plain)) else { return ignore(field, text) }
        repaired(field, "unitRemoved")
        keep(field, number.text)
    }

    private mutating func keep(_ field: Field, _ number: DecimalText, of written: String) {
        if number.decimals > 0 { repaired(field, "fractionRemoved") }
        keep(field, number.text(of: written))
    }

    /// What is left when the unit the column is in anyway is taken off the end.
    private func withoutUnit(_ field: Field, _ text: String) -> String {
        var bare = text[...]
        if field == .premium || field == .vehicleTax, let sign = ["¥", "￥", "RMB"].first(where: bare.hasPrefix) {
            bare = bare.dropFirst(sign.count)
        }
        if let unit = Self.units(of: field).first(where: bare.hasSuffix) { bare = bare.dropLast(unit.count) }
        while bare.first == " " { bare.removeFirst() }
        while bare.last == " " { bare.removeLast() }
        return String(bare)
    }

    private static func units(of field: Field) -> [String] {
        switch field {
        case .premium, .vehicleTax: ["元", "CNY"]
        case .ratedPassengers: ["人", "座"]
        case .ratedLoadKg, .curbMassKg: ["kg", "KG", "Kg", "千克", "公斤"]
        case .displacementML: ["ml", "mL", "ML", "毫升"]
        case .powerKW: ["kw", "kW", "KW", "千瓦"]
        default: []
        }
    }
}
