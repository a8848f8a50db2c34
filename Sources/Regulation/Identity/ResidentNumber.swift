/// The number on a resident's identity card, and on the cards of residents from Hong Kong, Macao, Taiwan and abroad
/// that follow it (公民身份号码, GB 11643-1999).
public struct ResidentNumber: Hashable, Sendable {
    /// 17 digits and a digit or `X`.
    public let text: String

    /// A number that was read once and stored; only its length is looked at.
    public init?(canonical: String) {
        guard canonical.utf8.count == Self.count else { return nil }
        text = canonical
    }

    private init(read text: String) { self.text = text }

    /// `110***********002X`.
    public var masked: String { Mask.middle(of: text, first: 3, last: 4) }

    static let count = 18

    /// What the 18th character must be, in ASCII; `nil` unless 17 digits stand before it.
    public static func checkCharacter(of bytes: some Sequence<UInt8>) -> UInt8? {
        var sum = 0
        var seen = 0
        for byte in bytes {
            if seen == weights.count { break }
            guard 0x30...0x39 ~= byte else { return nil }
            sum += Int(byte - 0x30) * weights[seen]
            seen += 1
        }
        return seen == weights.count ? checkCharacters[sum % 11] : nil
    }

    private static let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    private static let checkCharacters = Array("10X98765432".utf8)
}

extension ResidentNumber {
    /// Reads a number; spaces and separators go, a small x is raised.
    ///
    /// - Parameter day: when the number is presented; a birth after it is a fault, one more than 150 years before it a
    ///   warning. Without a day neither is judged.
    public static func read(_ text: String, on day: CivilDate? = nil) -> Reading<ResidentNumber> {
        guard text.utf8.count <= IdentityText.longestUTF8 else {
            return Reading(fault: IdentityFault.tooLong("身份证号码", code: "residentNumberTooLong", path: nil))
        }
        let folded = IdentityText(text)
        let bytes = Array(folded.text.utf8)
        if bytes.isEmpty {
            return Reading(
                fault: IdentityFault.empty("身份证号码", code: "residentNumberEmpty", path: nil), repairs: folded.repairs)
        }
        if let upgraded = upgraded(bytes) {
            return Reading(fault: oldForm, repairs: folded.repairs, proposal: upgraded)
        }
        guard folded.scalars.count == count else { return Reading(fault: length, repairs: folded.repairs) }
        guard bytes.count == count, bytes[0] != 0x30, let expected = checkCharacter(of: bytes),
            0x30...0x39 ~= bytes[17] || bytes[17] == UInt8(ascii: "X")
        else { return Reading(fault: form, repairs: folded.repairs) }
        let faults = faults(bytes, expected: expected, on: day)
        if let first = faults.first {
            return Reading(fault: first, others: Array(faults.dropFirst()), repairs: folded.repairs)
        }
        return Reading(
            ResidentNumber(read: folded.text), repairs: folded.repairs,
            warnings: isTooOld(bytes, on: day) ? [age] : [])
    }

    private static func faults(_ bytes: [UInt8], expected: UInt8, on day: CivilDate?) -> [Finding] {
        var faults: [Finding] = []
        if let birth = birth(bytes[6..<14]) {
            if let day, birth > day { faults.append(birthDate) }
        } else {
            faults.append(birthDate)
        }
        if expected != bytes[17] { faults.append(check) }
        return faults
    }

    private static func isTooOld(_ bytes: [UInt8], on day: CivilDate?) -> Bool {
        guard let day, let last = birth(bytes[6..<14])?.adding(years: 150) else { return false }
        return last < day
    }

    /// Eight digits as a day of 1850 to 2099.
    private static func birth(_ digits: ArraySlice<UInt8>) -> CivilDate? {
        var number = 0
        for digit in digits {
            guard 0x30...0x39 ~= digit else { return nil }
            number = number * 10 + Int(digit - 0x30)
        }
        guard number < 2100_00_00 else { return nil }
        return CivilDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    }

    /// A number of 15 digits, in use until 2013, with the century and the check character it lacks.
    private static func upgraded(_ bytes: [UInt8]) -> String? {
        guard bytes.count == 15, bytes[0] != 0x30 else { return nil }
        let long = Array(bytes[..<6]) + Array("19".utf8) + Array(bytes[6...])
        guard let check = checkCharacter(of: long), birth(long[6..<14]) != nil else { return nil }
        return String(decoding: long + [check], as: UTF8.self)
    }

    private static let length = finding(
        "residentNumberLength", "身份证号码应是 18 位，请对照证件补全或改正。", "号码的结构")
    private static let form = finding(
        "residentNumberForm", "身份证号码前 17 位是数字且不以 0 开头，第 18 位是数字或 X，请对照证件改正。", "号码的结构")
    private static let birthDate = finding(
        "residentNumberBirthDate", "身份证号码第 7 到 14 位不是可能的出生日期，请对照证件改正。", "出生日期码")
    private static let check = finding(
        "residentNumberCheck", "身份证号码的校验码不符，请对照证件逐位核对。", "校验码")
    private static let oldForm = finding(
        "residentNumberOldForm", "15 位身份证号码已停止使用，请填写现在证件上的 18 位号码。", "号码的结构")
    private static let age = finding(
        "residentNumberAge", "身份证号码上的出生日期在 150 年以前，请对照证件核对。", "出生日期码")

    private static func finding(_ code: String, _ message: String, _ article: String) -> Finding {
        Finding(code: code, message: message, citation: Citation(.residentNumber1999, article))
    }
}
