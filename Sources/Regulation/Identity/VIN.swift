/// The number stamped on a vehicle's frame (车辆识别代号、车架号, GB 16735).
public struct VIN: Hashable, Sendable, Comparable {
    /// Capital letters and digits; 17 of them, except on old and odd vehicles.
    public let text: String

    /// A number that was read once and stored; only its length (1 to 64 bytes) is looked at.
    public init?(canonical: String) {
        guard 1...IdentityText.longestUTF8 ~= canonical.utf8.count else { return nil }
        text = canonical
    }

    init(read text: String) { self.text = text }

    public static func < (left: VIN, right: VIN) -> Bool { left.text < right.text }

    /// The last six characters, which prove to a query that the vehicle is known; the whole when it is shorter.
    public var suffix: String { String(decoding: text.utf8.suffix(6), as: UTF8.self) }

    /// Whether it has the form of the standard: 17 characters without I, O and Q. Says nothing of the check digit.
    public var isRegular: Bool { VINCharacters(text.utf8).isRegular }

    /// Whether the ninth character is the one the others ask for; false as well for an irregular number.
    public var checkDigitHolds: Bool { VINCharacters(text.utf8).checkDigitHolds }

    /// `LSVAM4187C2******`: what the maker says of the model; of the suffix, which is a proof, nothing.
    public var masked: String { Mask.middle(of: text, first: max(0, text.utf8.count - 6), last: 0) }
}
