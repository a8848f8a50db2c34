import Regulation

/// What a part of an entry is called, and how its value reads.
struct PartName {
    let number: UInt8

    /// The part's number where it is younger than this program.
    func text(in language: Language) -> String {
        if let field = Field(rawValue: number) {
            return language == .chinese ? field.names.chinese : field.names.english
        }
        if let annotation = EntryContent.Annotation(rawValue: number) {
            return language == .chinese ? Self.chinese(annotation) : "\(annotation)"
        }
        return language == .chinese ? "第 \(number) 栏" : "field \(number)"
    }

    /// Codes in words, times as people read them; all else as it was committed to.
    func reading(of value: String, in language: Language) -> String {
        switch Field(rawValue: number) {
        case .event:
            return language == .chinese ? Event(rawValue: value)?.chinese ?? value : value
        case .start, .end, .effectiveAt, .layUpUntil, .appliedAt, .paidAt, .issuedAt:
            guard let instant = Instant.read(value)?.instant, instant.text == value else { return value }
            return MomentText.moment(instant, in: language)
        case .ground: return CancellationGround(rawValue: value)?.title.text(in: language) ?? value
        default:
            if number == EntryContent.Annotation.correctedEvent.rawValue, language == .chinese {
                return Event(rawValue: value)?.chinese ?? value
            }
            return value
        }
    }

    private static func chinese(_ annotation: EntryContent.Annotation) -> String {
        switch annotation {
        case .flags: "标记"
        case .repairs: "修正"
        case .correctedEvent: "所更正的业务"
        case .target: "所针对的条目"
        case .correctionID: "更正编号"
        case .movedTo: "移到的条目"
        case .faults: "问题"
        case .ignored: "没有采用的值"
        case .sentEvent: "报送时的业务"
        case .reportedAt: "最初报送时间"
        case .formerNumbers: "曾用保单号"
        case .erased: "已删除的栏目"
        }
    }
}
