/// The number an organisation is registered under (统一社会信用代码, GB 32100-2015).
public struct UnifiedSocialCreditCode: Hashable, Sendable {
    /// 18 characters.
    public let text: String

    /// A code that was read once and stored; only its length is looked at.
    public init?(canonical: String) {
        guard canonical.utf8.count == Self.count else { return nil }
        text = canonical
    }

    private init(read text: String) { self.text = text }

    /// `913***********0Y43`.
    public var masked: String { Mask.middle(of: text, first: 3, last: 4) }

    static let count = 18

    /// What the 18th character must be, in ASCII; `nil` unless 17 or more characters of the code stand before it.
    public static func checkCharacter(of bytes: some Sequence<UInt8>) -> UInt8? {
        var sum = 0
        var weight = 1
        var seen = 0
        for byte in bytes {
            if seen == count - 1 { break }
            guard let value = value(of: byte) else { return nil }
            sum += value * weight
            weight = weight * 3 % 31
            seen += 1
        }
        return seen == count - 1 ? alphabet[(31 - sum % 31) % 31] : nil
    }

    /// Digits and letters without I, O, Z, S and V; a character's place is its value.
    private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
    private static let values: [Int8] = (0..<128).map { Int8(alphabet.firstIndex(of: $0) ?? -1) }

    private static func value(of byte: UInt8) -> Int? {
        guard byte < 128, values[Int(byte)] >= 0 else { return nil }
        return Int(values[Int(byte)])
    }

    /// Codes in use whose check character was issued wrong.
    private static let issuedWrong: Set<String> = ["91350100M0001TGQXM", "91350211M0000XUF46", "91350203M0001FUE2P"]
}

extension UnifiedSocialCreditCode {
    /// Reads a code; spaces and separators go, small and full-width letters are made plain.
    ///
    /// A check character that does not fit is a fault, but a warning for the few codes issued with a wrong one. A wrong
    /// check digit of the organisation within (9th to 17th character) is a warning.
    public static func read(_ text: String) -> Reading<UnifiedSocialCreditCode> {
        guard text.utf8.count <= IdentityText.longestUTF8 else {
            return Reading(fault: IdentityFault.tooLong("统一社会信用代码", code: "socialCreditCodeTooLong", path: nil))
        }
        let folded = IdentityText(text)
        let plain = folded.text
        if plain.isEmpty {
            return Reading(
                fault: IdentityFault.empty("统一社会信用代码", code: "socialCreditCodeEmpty", path: nil),
                repairs: folded.repairs)
        }
        if let fault = fault(in: plain) {
            return Reading(fault: fault, repairs: folded.repairs, proposal: proposal(for: plain))
        }
        var warnings: [Finding] = []
        if checkCharacter(of: plain.utf8) != plain.utf8.last { warnings.append(legacy) }
        if !organisationCodeHolds(plain) { warnings.append(organisation) }
        return Reading(UnifiedSocialCreditCode(read: plain), repairs: folded.repairs, warnings: warnings)
    }

    private static func fault(in text: String) -> Finding? {
        let bytes = Array(text.utf8)
        guard text.unicodeScalars.count == count else { return length }
        guard bytes.count == count, bytes.allSatisfy({ value(of: $0) != nil }),
            bytes[2..<8].allSatisfy({ 0x30...0x39 ~= $0 })
        else { return form }
        return checkCharacter(of: bytes) == bytes[count - 1] || issuedWrong.contains(text) ? nil : check
    }

    /// The code with the digit for a letter the code does not know, if its check character then fits.
    private static func proposal(for text: String) -> String? {
        let bytes = text.utf8.map { byte -> UInt8 in
            switch byte {
            case UInt8(ascii: "I"): UInt8(ascii: "1")
            case UInt8(ascii: "O"): UInt8(ascii: "0")
            case UInt8(ascii: "Z"): UInt8(ascii: "2")
            case UInt8(ascii: "S"): UInt8(ascii: "5")
            default: byte
            }
        }
        let changed = String(decoding: bytes, as: UTF8.self)
        return changed != text && fault(in: changed) == nil ? changed : nil
    }

    /// GB 11714, the organisation code within: 8 characters and a check digit, modulus 11.
    private static func organisationCodeHolds(_ text: String) -> Bool {
        let weights = [3, 7, 9, 10, 5, 8, 4, 2]
        let code = Array(text.utf8.dropFirst(8).prefix(9))
        guard code.count == 9 else { return false }
        let sum = zip(code, weights).reduce(0) { sum, pair in
            // Here letters count from A = 10 without gaps, unlike in the code as a whole.
            sum + Int(pair.0 <= 0x39 ? pair.0 - 0x30 : pair.0 - 0x41 + 10) * pair.1
        }
        let check = (11 - sum % 11) % 11
        return code[8] == (check == 10 ? UInt8(ascii: "X") : 0x30 + UInt8(check))
    }

    private static let length = finding(
        "socialCreditCodeLength", "统一社会信用代码应是 18 个字符，请对照营业执照改正。", "代码结构")
    private static let form = finding(
        "socialCreditCodeForm", "统一社会信用代码由数字和大写字母组成，不使用 I、O、Z、S、V，第 3 到 8 位是数字，请对照营业执照改正。", "代码结构")
    private static let check = finding(
        "socialCreditCodeCheck", "统一社会信用代码的校验码不符，请对照营业执照逐位核对。", "校验码")
    private static let legacy = finding(
        "socialCreditCodeLegacy", "这个统一社会信用代码的校验码不符，但确实这样发放过，请与单位确认。", "校验码")
    private static let organisation = finding(
        "organisationCodeCheck", "统一社会信用代码中的主体标识码（第 9 到 17 位）校验不符，请对照营业执照核对。", "主体标识码")

    private static func finding(_ code: String, _ message: String, _ article: String) -> Finding {
        Finding(code: code, message: message, citation: Citation(.socialCreditCode2015, article))
    }
}
