/// A mobile telephone number of the mainland (手机号码), to which reminders and one-time codes go.
public struct MobileNumber: Hashable, Sendable {
    /// Eleven digits, the first a 1.
    public let text: String

    /// A number that was read once and stored; only its length is looked at.
    public init?(canonical: String) {
        guard canonical.utf8.count == Self.count else { return nil }
        text = canonical
    }

    private init(read text: String) { self.text = text }

    /// `138****1234`.
    public var masked: String { Mask.middle(of: text, first: 3, last: 4) }

    private static let count = 11

    /// Reads a number with or without +86, 0086 or 86 before it, however it is grouped.
    public static func read(_ text: String) -> Reading<MobileNumber> {
        guard text.utf8.count <= IdentityText.longestUTF8 else {
            return Reading(fault: IdentityFault.tooLong("手机号码", code: "phoneTooLong", path: "phone"))
        }
        let folded = IdentityText(text, .removesSeparators)
        var repairs = folded.repairs
        var bytes = Array(folded.text.utf8)[...]
        if bytes.isEmpty {
            return Reading(
                fault: IdentityFault.empty("手机号码", code: "phoneEmpty", path: "phone"), repairs: repairs)
        }
        for prefix in ["+86", "0086", "86"] where bytes.starts(with: prefix.utf8) && bytes.count >= count {
            guard bytes.count == count + prefix.utf8.count else { continue }
            bytes = bytes.dropFirst(prefix.utf8.count)
            repairs.append(.countryCodeRemoved)
            break
        }
        guard bytes.count == count, bytes.starts(with: "1".utf8), bytes.allSatisfy({ 0x30...0x39 ~= $0 }),
            0x33...0x39 ~= bytes[bytes.startIndex + 1]
        else { return Reading(fault: form, repairs: repairs) }
        return Reading(MobileNumber(read: String(decoding: bytes, as: UTF8.self)), repairs: repairs)
    }

    private static let form = Finding(
        code: "phoneForm", message: "手机号码应是 1 开头的 11 位数字（第二位 3 到 9），请核对。", path: "phone")
}
