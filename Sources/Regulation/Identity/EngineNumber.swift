/// The number on a vehicle's engine or drive motor (发动机号); no standard says how it is formed.
public struct EngineNumber: Hashable, Sendable {
    /// Up to 30 characters; leading zeros and hyphens belong to it.
    public let text: String

    /// A number that was read once and stored; only its length (1 to 120 bytes) is looked at.
    public init?(canonical: String) {
        guard 1...120 ~= canonical.utf8.count else { return nil }
        text = canonical
    }

    private init(read text: String) { self.text = text }

    /// The last four characters, behind stars; of four or fewer only stars.
    public var masked: String { Mask.middle(of: text, first: 0, last: 4) }

    /// Reads an engine number: spaces go, small and full-width letters are made plain, all else stays.
    ///
    /// Characters seldom seen on engines are a warning; more than 30 characters and control characters are faults.
    public static func read(_ text: String) -> Reading<EngineNumber> {
        guard text.utf8.count <= IdentityText.longestUTF8 else {
            return Reading(fault: IdentityFault.tooLong("发动机号", code: "engineNumberTooLong", path: "engineNumber"))
        }
        if text.utf8.allSatisfy(isUsual), 1...30 ~= text.utf8.count { return Reading(EngineNumber(read: text)) }
        let folded = IdentityText(text, .raisesCase)
        var faults: [Finding] = []
        if folded.scalars.isEmpty {
            faults.append(IdentityFault.empty("发动机号", code: "engineNumberEmpty", path: "engineNumber"))
        }
        if folded.scalars.count > 30 { faults.append(length) }
        if folded.scalars.contains(where: { $0.value < 0x20 || 0x7F...0x9F ~= $0.value }) { faults.append(character) }
        if let first = faults.first {
            return Reading(fault: first, others: Array(faults.dropFirst()), repairs: folded.repairs)
        }
        let isUsual = folded.scalars.allSatisfy { $0 == "·" || ($0.isASCII && Self.isUsual(UInt8(ascii: $0))) }
        return Reading(
            EngineNumber(read: folded.text), repairs: folded.repairs, warnings: isUsual ? [] : [irregular])
    }

    private static func isUsual(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
            UInt8(ascii: "/"), UInt8(ascii: "*"), UInt8(ascii: "."), UInt8(ascii: "("), UInt8(ascii: ")"):
            true
        default: false
        }
    }

    private static let length = Finding(
        code: "engineNumberLength", message: "发动机号最多 30 个字符，请对照行驶证改正。", path: "engineNumber")
    private static let character = Finding(
        code: "engineNumberCharacter", message: "发动机号里有不可见的控制字符，请重新填写。", path: "engineNumber")
    private static let irregular = Finding(
        code: "engineNumberIrregular", message: "发动机号通常只有字母、数字和连字符，请对照行驶证核对。", path: "engineNumber")
}
