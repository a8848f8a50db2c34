import Registry
import Regulation

/// Periods as bars on a line, the moment asked about as a needle, time without cover hatched; the same stands beside
/// it as a list.
struct TimelineDrawing {
    private static let left: Int64 = 16
    private static let width: Int64 = 688

    let answer: CoverageAnswer
    let stretches: [TimelineStretch]
    private let from: Int64
    private let span: Int64

    /// `nil` when the answer knows no period.
    init?(_ answer: CoverageAnswer) {
        guard let period = answer.period else { return nil }
        self.answer = answer
        stretches = Self.stretches(of: answer, period)
        let moments = stretches.flatMap { [$0.period.start, $0.period.end] } + [answer.on]
        let earliest = moments.min() ?? period.start
        let latest = moments.max() ?? period.end
        from = earliest.milliseconds
        span = max(latest.milliseconds - earliest.milliseconds, 86_400_000)
    }

    private static func stretches(of answer: CoverageAnswer, _ period: Period) -> [TimelineStretch] {
        var stretches = [TimelineStretch(kind: answer.outcome == .laidUp ? .resting : .cover, period: period)]
        if let before = Period(start: answer.on, end: period.start) {
            stretches.insert(TimelineStretch(kind: .gap, period: before), at: 0)
        }
        if let next = answer.nextPeriod, next.end > period.end {
            if let gap = Period(start: period.end, end: next.start) {
                stretches.append(TimelineStretch(kind: .gap, period: gap))
            }
            stretches.append(TimelineStretch(kind: .next, period: next))
        } else if let after = Period(start: period.end, end: answer.on) {
            stretches.append(TimelineStretch(kind: .gap, period: after))
        }
        return stretches
    }

    func values(in language: Language) -> Values {
        let needle = place(answer.on)
        let now = nowPhrase.text(in: language)
        return [
            "bars": stretches.map(bar),
            "needle": needle,
            "needleLabel": now,
            "needleAnchor": needle < 120 ? "start" : needle > 600 ? "end" : "middle",
            "labels": labels,
            "rows": stretches.map { row($0, in: language) },
            "needleRow": MomentText.moment(answer.on, in: language),
        ]
    }

    private var nowPhrase: Phrase {
        answer.tense == .present ? Phrase("现在", "Now") : Phrase("您问的时刻", "Moment asked")
    }

    private func place(_ moment: Instant) -> Int64 {
        Self.left + (moment.milliseconds - from) * Self.width / span
    }

    private func bar(_ stretch: TimelineStretch) -> Values {
        let start = place(stretch.period.start)
        // A stretch of a day in a line of years must still be seen.
        let width = max(place(stretch.period.end) - start, 3)
        return ["kind": stretch.kind.rawValue, "x": start, "width": width, "hatched": stretch.kind == .gap]
    }

    /// Dates under the bars, the most telling first, and only where they do not run into each other.
    private var labels: [Values] {
        let covers = stretches.filter { $0.kind != .gap }
        var moments: [Instant] = covers.first.map { [$0.period.end, $0.period.start] } ?? []
        if let last = covers.last, covers.count > 1 { moments += [last.period.end, last.period.start] }
        let half: Int64 = 76
        var taken: [Int64] = []
        var labels: [Values] = []
        for moment in moments {
            let centre = min(max(place(moment), Self.left + half - 16), Self.left + Self.width - half + 16)
            guard taken.allSatisfy({ abs($0 - centre) >= 2 * half }) else { continue }
            taken.append(centre)
            let date = moment.shanghaiDate
            labels.append(["x": centre, "date": "\(date.year).\(date.month).\(date.day)", "tick": place(moment)])
        }
        return labels
    }

    private func row(_ stretch: TimelineStretch, in language: Language) -> Values {
        let start = MomentText.moment(stretch.period.start, in: language)
        let end = MomentText.moment(stretch.period.end, in: language)
        let days = stretch.period.days
        return switch language {
        case .chinese:
            [
                "kind": stretch.kind.rawValue, "word": word(stretch).chinese,
                "span": ChineseText.set("\(start) 至 \(end)"), "days": ChineseText.set("\(days) 天"),
            ]
        case .english:
            [
                "kind": stretch.kind.rawValue, "word": word(stretch).english,
                "span": "\(start) to \(end)", "days": MomentText.counted(days, "day"),
            ]
        }
    }

    private func word(_ stretch: TimelineStretch) -> Phrase {
        switch stretch.kind {
        case .cover: Phrase("有保障", "Cover")
        case .next: Phrase("下一期", "Next period")
        case .resting: Phrase("停驶暂停", "Laid up")
        case .gap: Phrase("没有保障", "No cover")
        }
    }
}
