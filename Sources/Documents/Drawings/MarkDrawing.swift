import Registry
import Regulation

/// The mark: the oval of the compulsory insurance sticker with the month and year in which the period ends.
///
/// Twelve months stand around it as on a clock; the one of the end is filled.
struct MarkDrawing {
    let period: Period
    let outcome: CoverageAnswer.Outcome

    /// Places on the ellipse between the two rings, January first, in units of the drawing (240 × 190).
    private static let places: [(x: Int, y: Int)] = [
        (172, 27), (210, 56), (223, 95), (210, 134), (172, 163), (120, 174),
        (68, 163), (30, 134), (17, 95), (30, 56), (68, 27), (120, 16),
    ]

    private var state: String {
        switch outcome {
        case .inForce: "current"
        case .laidUp: "resting"
        case .notYetInForce, .pending: "upcoming"
        case .cancelled, .lapsed, .noMatch: "ended"
        }
    }

    private var head: Phrase {
        switch outcome {
        case .inForce: Phrase("交强险有效", "Valid until")
        case .laidUp: Phrase("停驶中", "Laid up")
        case .notYetInForce, .pending: Phrase("尚未开始", "Not started")
        case .cancelled: Phrase("已解除", "Cancelled")
        case .lapsed, .noMatch: Phrase("已到期", "Ended")
        }
    }

    func values(in language: Language) -> Values {
        let end = period.end.shanghaiDate
        return [
            "state": state,
            "label": label(in: language),
            "months": Self.months(around: end.month),
            "head": head.text(in: language),
            "month": language == .chinese ? "\(end.month)" : String(MomentText.monthName(end.month).prefix(3)),
            "unit": language == .chinese ? "月" : nil,
            "year": language == .chinese ? "\(end.year)年" : "\(end.year)",
            "note": note(in: language),
            "struck": state == "ended",
        ]
    }

    /// What the mark looks like, for a page that has no answer: it says that it is an example.
    static func sample(in language: Language) -> Values {
        [
            "state": "current",
            "label": Phrase("标志的样子：2027年3月到期", "Example of the mark: ends in March 2027").text(in: language),
            "months": months(around: 3),
            "head": Phrase("样例", "Example").text(in: language),
            "month": language == .chinese ? "3" : "Mar",
            "unit": language == .chinese ? "月" : nil,
            "year": language == .chinese ? "2027年" : "2027",
            "note": language == .chinese ? "1日零时止" : "day 1, 00:00",
        ]
    }

    private static func months(around end: Int) -> [Values] {
        places.enumerated().map { index, place in
            let isEnd = index + 1 == end
            return ["x": place.x, "y": place.y, "radius": isEnd ? 8 : 3, "kind": isEnd ? "end" : "tick"]
        }
    }

    private func label(in language: Language) -> String {
        let moment = MomentText.moment(period.end, in: language)
        return switch language {
        case .chinese: ChineseText.set("交强险标志：\(head.chinese)，\(moment) 止")
        case .english: "Insurance mark. \(head.english): \(moment)"
        }
    }

    private func note(in language: Language) -> String {
        let isMidnight = period.end.millisecondOfShanghaiDay == 0
        let day = period.end.shanghaiDate.day
        return switch language {
        case .chinese: isMidnight ? "\(day)日零时止" : "\(day)日止"
        case .english: isMidnight ? "day \(day), 00:00" : "day \(day)"
        }
    }
}
