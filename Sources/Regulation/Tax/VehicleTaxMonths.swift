/// How many months of the year are taxed (Vehicle Tax Rules art. 19: a new vehicle from the month it was acquired;
/// insurers: a short-term policy from its first month to its last).
enum VehicleTaxMonths {
    case wholeYear
    case sinceAcquired(month: Int)
    case shortTerm(start: Instant, end: Instant, months: Int)

    var count: Int {
        switch self {
        case .wholeYear: 12
        case .sinceAcquired(let month): 13 - month
        case .shortTerm(_, _, let months): months
        }
    }

    /// Objects to a month that is none, and to a short term that is incomplete, empty, or of another year.
    init?(of request: VehicleTaxRequest, in year: Int, _ objections: inout Objections) {
        if let month = request.acquiredMonth, !(1...12).contains(month) {
            objections.add(.outOfRange(.acquiredMonth, Sentence("1 至 12", "1 to 12"), at: "acquiredMonth"))
            return nil
        }
        if request.start != nil || request.end != nil {
            let start = objections.need(request.start, .termStart, at: "start")
            let end = objections.need(request.end, .termEnd, at: "end")
            guard let start, let end else { return nil }
            guard start < end else {
                objections.add(.endNotAfterStart(at: "end"))
                return nil
            }
            if Self.isShort(start, end) {
                let months = Self.months(from: start, to: end, in: year)
                guard months > 0 else {
                    objections.add(Self.otherYear)
                    return nil
                }
                self = .shortTerm(start: start, end: end, months: months)
                return
            }
        }
        self = request.acquiredMonth.map { .sinceAcquired(month: $0) } ?? .wholeYear
    }

    /// Under a year, from date to date.
    private static func isShort(_ start: Instant, _ end: Instant) -> Bool {
        start.shanghaiDate.adding(years: 1).map { end.shanghaiDate < $0 } ?? false
    }

    /// Months of the year the policy touches; an end at midnight is the day before.
    private static func months(from start: Instant, to end: Instant, in year: Int) -> Int {
        let first = start.shanghaiDate
        let last = end.adding(milliseconds: -1).shanghaiDate
        let from = max(first.year * 12 + first.month, year * 12 + 1)
        let to = min(last.year * 12 + last.month, year * 12 + 12)
        return max(0, to - from + 1)
    }

    private static let otherYear = Finding(
        code: "periodOutsideYear", message: "短期保险的期间不在所算的纳税年度之内，请核对年度和起止时间。",
        english: "The short-term policy lies outside the year asked about: check the year and the period.",
        path: "year",
        citation: .taxByInsurers)
}
