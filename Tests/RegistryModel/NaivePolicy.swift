import Registry
import Regulation

/// A contract with its events, and the cover that comes of them.
struct NaivePolicy {
    let place: Int
    let insurer: String
    let number: String
    let issuedAt: Instant?
    let start: Instant
    let end: Instant
    let wasCancelled: Bool
    private let rests: [(from: Instant, until: Instant, resumedAt: Instant?)]

    init(_ report: NaiveReport, events: [NaiveReport]) {
        place = report.place
        insurer = report.insurer
        number = report.number
        issuedAt = report.time(.issuedAt)
        start = report.time(.start) ?? .distantPast
        rests = Self.rests(events)
        var moved = report.time(.end) ?? .distantPast
        var days: Set<Int> = []
        for rest in rests where rest.resumedAt != nil && rest.from < moved {
            let first = max(rest.from, start).shanghaiDate.daysSince1970
            let last = Self.end(of: rest).shanghaiDate.daysSince1970
            let fresh = Set(first..<max(first, last)).subtracting(days)
            days.formUnion(fresh)
            moved = moved.adding(days: fresh.count)
        }
        let cancelledAt = events.filter { $0.event == "cancellation" }.compactMap { $0.time(.effectiveAt) }.min()
        wasCancelled = cancelledAt.map { $0 < moved } ?? false
        end = min(cancelledAt ?? moved, moved)
    }

    private static func rests(_ events: [NaiveReport]) -> [(from: Instant, until: Instant, resumedAt: Instant?)] {
        var rests: [(from: Instant, until: Instant, resumedAt: Instant?)] = []
        for event in events where event.event == "layUp" {
            guard let from = event.time(.effectiveAt), let until = event.time(.layUpUntil) else { continue }
            if !rests.contains(where: { $0.from == from && $0.until == until }) { rests.append((from, until, nil)) }
        }
        rests.sort { ($0.from, $0.until) < ($1.from, $1.until) }
        for moment in Set(events.filter { $0.event == "resumption" }.compactMap { $0.time(.effectiveAt) }).sorted() {
            let resting = rests.indices.filter { rests[$0].from <= moment && moment < end(of: rests[$0]) }
            for position in resting { rests[position].resumedAt = moment }
            if resting.isEmpty, let last = rests.lastIndex(where: { $0.from <= moment && $0.resumedAt == nil }) {
                rests[last].resumedAt = moment
            }
        }
        return rests
    }

    private static func end(of rest: (from: Instant, until: Instant, resumedAt: Instant?)) -> Instant {
        min(rest.until, rest.resumedAt ?? rest.until)
    }

    /// `nil` when it never covered anything.
    var period: Period? { Period(start: start, end: end) }

    var text: String { period.map(NaiveAnswer.text) ?? "" }

    var maskedNumber: String { "****\(number.suffix(4))" }

    func covers(_ moment: Instant) -> Bool { start <= moment && moment < end }

    func rests(at moment: Instant) -> Bool { rests.contains { $0.from <= moment && moment < Self.end(of: $0) } }

    func isSilentAfterRest(at moment: Instant) -> Bool { rests.contains { $0.resumedAt == nil && $0.until <= moment } }

    /// Earliest start, then earlier issue, then lower in the log.
    func comesBefore(_ other: NaivePolicy) -> Bool {
        (start, issuedAt ?? .distantFuture, place) < (other.start, other.issuedAt ?? .distantFuture, other.place)
    }
}
