/// How long a deadline is, and by which clock it runs.
public enum DeadlineSpan: Hashable, Sendable {
    case calendarDays(Int)
    case workingDays(Int)
    case months(Int)
    case years(Int)
    /// At once, or without delay (立即、及时): the text sets no day.
    case promptly

    /// No span of the law is longer; a row beyond it does not decode.
    static let most = 3650

    public var text: Sentence {
        switch self {
        case .calendarDays(let count): Sentence("\(count)日", "\(count) days")
        case .workingDays(let count): Sentence("\(count)个工作日", "\(count) working days")
        case .months(let count): Sentence("\(count)个月", "\(count) months")
        case .years(let count): Sentence("\(count)年", "\(count) years")
        case .promptly: Sentence("及时", "promptly")
        }
    }

    /// As a figure; the clock is named in the reason of the figure, since both clocks count days.
    var value: FigureValue {
        switch self {
        case .calendarDays(let count), .workingDays(let count): .count(count, .days)
        case .months(let count): .count(count, .months)
        case .years(let count): .count(count, .years)
        case .promptly: .word(code: "promptly", title: text)
        }
    }
}

extension DeadlineSpan: Decodable {
    private enum Key: String, CodingKey { case calendarDays, workingDays, months, years, promptly }

    /// `{"calendarDays": 5}`; exactly one of the keys.
    public init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Key.self)
        guard members.allKeys.count == 1, let key = members.allKeys.first else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "one of calendarDays, workingDays, months…"))
        }
        if key == .promptly {
            self = .promptly
            return
        }
        let count = try members.decode(Int.self, forKey: key)
        guard 1...Self.most ~= count else {
            throw DecodingError.dataCorruptedError(forKey: key, in: members, debugDescription: "from 1 to \(Self.most)")
        }
        switch key {
        case .calendarDays: self = .calendarDays(count)
        case .workingDays: self = .workingDays(count)
        case .months: self = .months(count)
        case .years: self = .years(count)
        case .promptly: self = .promptly
        }
    }
}
