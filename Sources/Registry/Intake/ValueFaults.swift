import Regulation

/// What can be wrong with a record once its row could be read.
extension SubmissionReading.Fault {
    static func missing(_ field: Field, for event: Event) -> Self {
        of(field, "missing", "没有填写；业务类型为“\(event.chinese)”时必须填写。")
    }

    static let vehicleMissing = Self(
        field: .plate,
        finding: Finding(code: "vehicleMissing", message: "号牌号码、车架号、发动机号至少填写一项。", path: "plate"))

    static func eventUnknown(proposal: Event?) -> Self {
        let events = Event.sent.map(\.chinese).joined(separator: "、")
        return of(.event, "eventUnknown", "不是已知的业务类型，请填下列之一：\(events)。", proposal: proposal?.chinese)
    }

    static let insurerMismatch = of(.insurer, "insurerMismatch", "与上传所用的公司身份不同；请改正，或用该公司的身份上传。")

    static func policyNumber(_ field: Field, _ judgement: PolicyNumberText.Judgement) -> Self {
        switch judgement {
        case .scientific:
            of(field, "policyNumberScientific", "被表格软件改成了科学计数法，数字已经丢失；请把该列设为文本后重新填写。")
        case .tooLong: of(field, "policyNumberLength", "最长 \(PolicyNumberText.longest) 个字节，请核对。")
        case .unprintable, .sound: of(field, "policyNumberCharacter", "有不可见的字符，请重新填写。")
        }
    }

    static func time(_ field: Field, proposal: String?) -> Self {
        of(field, "timeUnreadable", "无法识别，请写成 2026-12-01 00:00 或 2026-12-01T00:00:00+08:00。", proposal: proposal)
    }

    static let groundUnknown = of(
        .ground, "groundUnknown",
        "不是规程列出的原因，请填下列之一：\(CancellationGround.allCases.compactMap(\.chineseTerms.first).joined(separator: "、"))。")

    static let correctsUnreadable = of(.corrects, "correctsUnreadable", "无法识别，请填受理号（如 main-12345），或保单号#序号。")

    static let correctsWithoutNumber = of(
        .corrects, "correctsUnreadable", "只填了序号而没有填保单号；请写成 保单号#序号，或填写保单号一列。")

    static let periodImpossible = of(.end, "periodImpossible", "不晚于起保时间，请核对两个时间。")
    static let periodTooLong = of(.end, "periodTooLong", "比起保时间晚五年以上，请核对两个时间。")
    static let layUpImpossible = of(.layUpUntil, "layUpImpossible", "不晚于停驶开始的生效时间，请核对两个时间。")

    /// A fault that a reader of identifiers found.
    static func identity(_ field: Field, _ finding: Finding, proposal: String?) -> Self {
        Self(field: field, finding: finding.at(field.names.english), proposal: proposal)
    }

    private static func of(_ field: Field, _ code: String, _ message: String, proposal: String? = nil) -> Self {
        Self(
            field: field,
            finding: Finding(
                code: code, message: "“\(field.names.chinese)”（\(field.names.english)）\(message)",
                path: field.names.english),
            proposal: proposal)
    }
}
