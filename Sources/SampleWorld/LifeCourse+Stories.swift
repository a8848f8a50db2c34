import Registry
import Regulation

extension LifeCourse {
    /// Midnight so many days after the as-of day begins.
    private func day(_ offset: Int) -> Int { LocalTime.midnight(setting.today + offset) }

    mutating func tell(_ story: Story, of vehicle: SampleVehicle) {
        switch story {
        case .covered, .lapsed, .dueSoon, .endedToday, .endsTonight, .dueInThirty, .dueInThirtyOne: tellOfEnd(story)
        case .renewed: follow(cover(until: day(20)), from: day(20))
        case .renewedWithGap: follow(cover(until: day(15)), from: day(18))
        case .startsAfterGap: follow(cover(until: day(-9)), from: day(4))
        case .startsTomorrow: follow(cover(until: day(0)), from: day(1))
        case .startsToday: follow(cover(until: day(0)), from: day(0))
        case .pendingProposal: tellOfProposal()
        case .pendingReport: tellOfReportUnderReview()
        case .startsFirst: tellOfNewCar(from: 3)
        case .withoutPlate: tellOfNewCar(from: -2)
        case .cancelled, .undisclosed: tellOfCancellation(story, vehicle)
        case .laidUp, .laidUpDue, .laidUpRenewed, .laidUpAndBack: tellOfRest(story)
        case .insuredTwice, .duplicateCancelled: tellOfDuplicate(story)
        case .shortTermOver: tellOfShortTerm()
        case .newPlate: tellOfNewPlate()
        case .withdrawn: tellOfWithdrawal()
        case .corrected: tellOfCorrection()
        }
    }

    /// One to three years without a break, up to a moment; the last contract.
    @discardableResult
    private mutating func cover(until end: Int, mistake: Occurrence.Mistake = .none) -> Int? {
        let insurer = SampleInsurer.drawReliable(&draws)
        let years = 1 + draws.below(3)
        var last: Int?
        for year in (0..<years).reversed() {
            let isLast = year == 0
            last = sign(
                Terms(
                    insurer: isLast || draws.chance(600) ? insurer : SampleInsurer.drawReliable(&draws),
                    start: LocalTime.adding(years: -year - 1, to: end), end: LocalTime.adding(years: -year, to: end),
                    lead: 2 + draws.below(20), previous: last, mistake: isLast ? mistake : .none))
        }
        return last
    }

    @discardableResult
    private mutating func follow(_ previous: Int?, from start: Int) -> Int? {
        let isOther = draws.chance(300)
        let insurer = isOther ? nil : previous.map { life.contracts[$0].insurer }
        return sign(
            Terms(
                insurer: insurer ?? SampleInsurer.drawReliable(&draws), start: start,
                end: LocalTime.adding(years: 1, to: start),
                lead: 1 + max(0, LocalTime.dayNumber(start) - setting.today) + draws.below(3), previous: previous))
    }

    private mutating func tellOfEnd(_ story: Story) {
        let offset =
            switch story {
            case .covered: 60 + draws.below(200)
            case .lapsed: -10 - draws.below(60)
            case .dueSoon: 2 + draws.below(26)
            case .endedToday: 0
            case .endsTonight: 1
            case .dueInThirty: 30
            default: 31
            }
        cover(until: day(offset))
    }

    private mutating func tellOfProposal() {
        let last = cover(until: day(-5))
        let terms = Terms(
            insurer: SampleInsurer.drawReliable(&draws), start: day(3), end: LocalTime.adding(years: 1, to: day(3)),
            lead: 1, previous: last)
        propose(terms, at: day(-1) + 10 * LocalTime.hour + draws.below(6 * LocalTime.hour))
    }

    /// The renewal came with a period nobody can read: the vehicle has something coming, but what is not known.
    private mutating func tellOfReportUnderReview() {
        let last = cover(until: day(-12))
        _ = sign(
            Terms(
                insurer: SampleInsurer.careless, start: day(-6), end: LocalTime.adding(years: 1, to: day(-6)), lead: 2,
                previous: last, mistake: .unreadablePeriod))
    }

    private mutating func tellOfNewCar(from offset: Int) {
        beginWithoutPlate(until: day(7))
        let start = day(offset)
        _ = sign(
            Terms(
                insurer: SampleInsurer.drawReliable(&draws), start: start, end: LocalTime.adding(years: 1, to: start),
                lead: max(2, offset + 1)))
    }

    private mutating func tellOfCancellation(_ story: Story, _ vehicle: SampleVehicle) {
        guard let last = cover(until: day(150 + draws.below(80))) else { return }
        let grounds: [CancellationGround] = [.deregistered, .stolen, .movedAway, .laidUp, .defective]
        let round = (vehicle.storyNumber ?? 0) / Story.allCases.count
        cancel(
            last, at: day(-20 - draws.below(60)),
            story == .undisclosed ? .nonDisclosure : grounds[round % grounds.count])
    }

    private mutating func tellOfRest(_ story: Story) {
        let end =
            switch story {
            case .laidUp: day(140)
            case .laidUpDue: day(25)
            case .laidUpRenewed: day(20)
            default: day(-10)
            }
        guard let last = cover(until: end) else { return }
        if story == .laidUpAndBack {
            // Rested 45 days; what would have ended ten days ago now ends in thirty-five.
            _ = layUp(last, from: day(-100), until: day(-55)) && resume(last, at: day(-55))
        } else {
            _ = layUp(last, from: day(-20), until: LocalTime.adding(months: 2, to: day(-20)))
        }
        if story == .laidUpRenewed { follow(last, from: end) }
    }

    private mutating func tellOfDuplicate(_ story: Story) {
        guard let first = cover(until: day(200)) else { return }
        let start = life.contracts[first].start + 10 * LocalTime.day
        let second = sign(
            Terms(
                insurer: SampleInsurer.drawReliable(&draws), start: start, end: LocalTime.adding(years: 1, to: start),
                lead: 3))
        if story == .duplicateCancelled, let second {
            cancel(second, at: start, .duplicate, reportedAt: start + 30 * LocalTime.hour)
        }
    }

    private mutating func tellOfShortTerm() {
        _ = sign(
            Terms(
                insurer: SampleInsurer.drawReliable(&draws), start: day(-21), end: day(-6), lead: 1, isShortTerm: true))
    }

    private mutating func tellOfNewPlate() {
        change(to: .told, at: day(-30) + 10 * LocalTime.hour)
        guard let last = cover(until: day(120)) else { return }
        reportPlates(of: last, until: day(120))
    }

    private mutating func tellOfWithdrawal() {
        let last = cover(until: day(-15))
        guard let renewal = follow(last, from: day(-15)) else { return }
        _ = withdraw(renewal, .policy, reportedAt: day(-3) + 14 * LocalTime.hour)
    }

    private mutating func tellOfCorrection() {
        guard let last = cover(until: day(100), mistake: .endAYearLate) else { return }
        _ = correct(last, reportedAt: day(-40) + 11 * LocalTime.hour)
    }
}
