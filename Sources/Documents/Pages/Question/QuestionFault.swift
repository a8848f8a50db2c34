package import Registry

/// Something in the form that keeps us from answering: which field, what is wrong, how to put it right.
package enum QuestionFault: Sendable, Equatable {
    case plateMissing
    case plateForm
    /// I and O never stand in a plate (GA 36); they are mistaken for 1 and 0.
    case plateLetters
    case categoryUnknown
    case vinSuffixMissing
    case vinSuffixLength(Int)
    case vinSuffixCharacters
    case vinMissing
    case vinLength(Int)
    case vinCharacters
    /// The full VIN came alone: a plate or the end of a policy number has to come with it.
    case companionMissing
    case policyNumberSuffixLength(Int)
    case policyNumberSuffixCharacters
    case dateForm
    case dateOutOfRange
    case timeForm
    case timeWithoutDate
    /// A fault the law found, in its own words; they must not repeat what was typed.
    case other(QuestionField, chinese: String, english: String)

    package var field: QuestionField {
        switch self {
        case .plateMissing, .plateForm, .plateLetters, .companionMissing: .plate
        case .categoryUnknown: .category
        case .vinSuffixMissing, .vinSuffixLength, .vinSuffixCharacters: .vinSuffix
        case .vinMissing, .vinLength, .vinCharacters: .vin
        case .policyNumberSuffixLength, .policyNumberSuffixCharacters: .policyNumberSuffix
        case .dateForm, .dateOutOfRange: .date
        case .timeForm, .timeWithoutDate: .time
        case .other(let field, _, _): field
        }
    }

    package func text(in language: Language) -> String { phrase.text(in: language) }

    private var phrase: Phrase {
        switch self {
        case .plateMissing: Phrase("请填号牌号码，例如\u{2009}京A12345", "Enter the plate number, for example 京A12345")
        case .plateForm:
            Phrase(
                "号牌号码的样式不对，请照着号牌填，例如\u{2009}京A12345", "Enter the plate as it stands on the vehicle, for example 京A12345"
            )
        case .plateLetters:
            Phrase("号牌里没有字母 I 和 O，请看看是不是数字 1 和 0", "Plates have no letters I and O; check for the digits 1 and 0")
        case .categoryUnknown:
            Phrase("请从列表里选号牌种类，不清楚就不选", "Choose a plate category from the list, or leave it at “not sure”")
        case .vinSuffixMissing:
            Phrase("请填车架号后六位，在行驶证上", "Enter the last six characters of the VIN, which are on the licence")
        case .vinSuffixLength(let count):
            Phrase(
                "车架号后六位应是 6 个字符，您填了 \(count) 个",
                "The end of the VIN must be 6 characters; there are \(count)")
        case .vinSuffixCharacters:
            Phrase("车架号后六位只有数字和字母，没有 I、O、Q", "The end of the VIN has only digits and letters, without I, O and Q")
        case .vinMissing: Phrase("请填完整的车架号，共 17 个字符", "Enter the full VIN of 17 characters")
        case .vinLength(let count):
            Phrase("完整的车架号应是 17 个字符，您填了 \(count) 个", "The full VIN must be 17 characters; there are \(count)")
        case .vinCharacters: Phrase("车架号只有数字和字母，没有 I、O、Q", "A VIN has only digits and letters, without I, O and Q")
        case .companionMissing:
            Phrase("请再填号牌号码或保险单号后六位，填一项就够", "Enter the plate or the end of the policy number as well; one is enough")
        case .policyNumberSuffixLength(let count):
            Phrase(
                "保险单号后六位应是 6 个字符，您填了 \(count) 个",
                "The end of the policy number must be 6 characters; there are \(count)")
        case .policyNumberSuffixCharacters:
            Phrase("保险单号后六位只有数字和字母", "The end of the policy number has only digits and letters")
        case .dateForm: Phrase("日期没有读懂，请填成 2026-05-01 这样", "The date could not be read; write it like 2026-05-01")
        case .dateOutOfRange:
            Phrase("这个日期太早或太晚，登记簿里没有", "This date is earlier or later than anything the register holds")
        case .timeForm: Phrase("时间没有读懂，请填成 14:30 这样", "The time could not be read; write it like 14:30")
        case .timeWithoutDate: Phrase("填了时间，请把日期也填上", "A time needs its date; enter the date as well")
        case .other(_, let chinese, let english): Phrase("\(chinese)", english)
        }
    }
}
