/// The number on a vehicle's plate (号牌号码): ideographs, capital letters and digits, nothing between them.
public struct PlateNumber: Hashable, Sendable, Comparable {
    /// Canonical: `京A12345`.
    public let text: String

    /// A number that was read once and stored; only its length (1 to 40 bytes) is looked at.
    public init?(canonical: String) {
        guard 1...40 ~= canonical.utf8.count else { return nil }
        text = canonical
    }

    init(read text: String) { self.text = text }

    public static func < (left: PlateNumber, right: PlateNumber) -> Bool { left.text < right.text }

    /// What the number looks like; a number that looks like nothing else is a temporary one, as only that form was
    /// accepted on the word of its category.
    public var form: PlateForm {
        PlateCharacters(text.unicodeScalars)?.form(asTemporary: true) ?? .temporary
    }

    /// Every category the number's form permits, by code; never empty.
    public var permittedCategories: [PlateCategory] {
        let forms = PlateCharacters(text.unicodeScalars)?.forms ?? []
        guard let first = forms.first else { return PlateCategory.permitted(by: .temporary) }
        if forms.count == 1 { return PlateCategory.permitted(by: first) }
        return Set(forms.flatMap(PlateCategory.permitted(by:))).sorted()
    }

    /// The province whose character the number bears; `nil` for embassies and the forces.
    public var province: Region? { PlateCharacters(text.unicodeScalars)?.province }

    /// `京A·**345`: the last three characters of the serial and where it was issued.
    public var masked: String {
        let office = text.prefix(2)
        let serial = text.dropFirst(2)
        guard serial.count > 3 else { return String(repeating: "*", count: text.count) }
        return "\(office)·\(String(repeating: "*", count: serial.count - 3))\(serial.suffix(3))"
    }
}
