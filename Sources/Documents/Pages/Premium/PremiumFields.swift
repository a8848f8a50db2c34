package import Regulation

/// What stands in the premium form, just as it was typed or chosen.
package struct PremiumFields: Sendable, Equatable {
    private var texts: [PremiumField: String]

    /// A form nobody has touched: a family car with five seats, from tomorrow on.
    package init(today: CivilDate) {
        texts = [.kind: VehicleChoice.family.rawValue, .seats: "5"]
        texts[.start] = (today.adding(days: 1) ?? today).text
    }

    /// A form as it was sent; what is too long for any answer is cut.
    package init(sent form: [String: String]) {
        texts = [:]
        for field in PremiumField.allCases {
            guard let text = form[field.rawValue], !text.isEmpty else { continue }
            texts[field] = String(text.prefix(64))
        }
    }

    package subscript(field: PremiumField) -> String {
        get { texts[field] ?? "" }
        set { texts[field] = newValue.isEmpty ? nil : newValue }
    }
}
