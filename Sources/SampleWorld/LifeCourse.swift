import Registry
import Regulation

/// Tells one life after another, each from its vehicle's number alone; keeps the room it works in.
struct LifeCourse {
    let setting: WorldSetting
    var life = Life()
    var draws: Draws
    /// From when which plate is borne, by time; the first has no beginning.
    private var plates: [(from: Int, bearing: Bearing)] = []
    private var reportedPlates = 1
    private var index = 0

    init(_ setting: WorldSetting) {
        self.setting = setting
        draws = setting.draws(.life, 0)
    }

    /// The vehicle's life is in `life` afterwards.
    mutating func tell(_ vehicle: SampleVehicle) {
        life.clear()
        plates.removeAll(keepingCapacity: true)
        plates.append((from: .min, bearing: .first))
        reportedPlates = 1
        index = vehicle.index
        draws = setting.draws(.life, vehicle.index)
        if let number = vehicle.storyNumber {
            tell(Story(number: number), of: vehicle)
        } else {
            liveOrdinarily(vehicle)
        }
        life.sortByReport()
    }

    func bearing(at moment: Int) -> Bearing { plates.last { $0.from <= moment }?.bearing ?? .first }

    /// From a moment on the vehicle bears another plate.
    mutating func change(to bearing: Bearing, at moment: Int) { plates.append((from: moment, bearing: bearing)) }

    /// Until it is registered the vehicle has no plate.
    mutating func beginWithoutPlate(until moment: Int) {
        plates[0].bearing = .none
        change(to: .first, at: moment)
    }

    /// What a new contract is to be.
    struct Terms {
        var insurer: Int
        var start: Int
        var end: Int
        /// Whole days between issue and start; ignored when the cover starts within the hour.
        var lead = 1
        var floatPercent = 0
        var isShortTerm = false
        var previous: Int?
        var mistake = Occurrence.Mistake.none
    }

    /// A policy is issued and reported; `nil` when that would be after as-of.
    mutating func sign(_ terms: Terms) -> Int? {
        guard life.contracts.count < 16 else { return nil }
        let contract = contract(terms, issuedAt: issueTime(terms))
        guard contract.issuedAt < setting.midnight else { return nil }
        life.contracts.append(contract)
        let position = life.contracts.count - 1
        life.occurrences.append(
            Occurrence(
                event: .policy, contract: position, reportedAt: contract.issuedAt, bearing: contract.bearing,
                mistake: terms.mistake))
        return position
    }

    /// An application is received that is not a policy yet.
    mutating func propose(_ terms: Terms, at moment: Int) {
        guard life.contracts.count < 16 else { return }
        life.contracts.append(contract(terms, issuedAt: moment + 600))
        life.occurrences.append(
            Occurrence(
                event: .proposal, contract: life.contracts.count - 1, reportedAt: moment, bearing: bearing(at: moment)))
    }

    /// When a contract on these terms is issued: in the office hours of its day, before the cover starts.
    func issueTime(_ terms: Terms) -> Int {
        var clock = setting.draws(.clock, index &* 64 &+ terms.start ^ terms.insurer)
        let startDay = LocalTime.dayNumber(terms.start)
        if LocalTime.clock(terms.start) > 0, terms.lead == 0 { return terms.start - 300 - clock.below(2700) }
        return LocalTime.midnight(startDay - max(1, terms.lead)) + 9 * LocalTime.hour + clock.below(9 * LocalTime.hour)
    }

    private mutating func contract(_ terms: Terms, issuedAt: Int) -> Contract {
        let paidAt = issuedAt - 5 - draws.below(240)
        return Contract(
            insurer: terms.insurer, ordinal: life.contracts.count, start: terms.start, end: terms.end,
            appliedAt: paidAt - 120 - draws.below(3600), paidAt: paidAt, issuedAt: issuedAt,
            bearing: bearing(at: issuedAt), floatPercent: terms.floatPercent, isShortTerm: terms.isShortTerm,
            previous: terms.previous)
    }

    /// Reports something about a contract, unless the report would come after as-of.
    @discardableResult
    mutating func report(_ occurrence: Occurrence) -> Bool {
        guard occurrence.reportedAt < setting.midnight,
            occurrence.reportedAt > life.contracts[occurrence.contract].issuedAt
        else { return false }
        life.occurrences.append(occurrence)
        return true
    }

    /// Reports the changes of plate that fall into a contract's time, up to a moment.
    mutating func reportPlates(of contract: Int, until end: Int) {
        while reportedPlates < plates.count {
            let step = plates[reportedPlates]
            guard step.bearing != .movedIn else {
                reportedPlates += 1
                continue
            }
            guard step.from < end, step.from >= life.contracts[contract].issuedAt else { return }
            let reportedAt = step.from + LocalTime.hour + draws.below(3 * LocalTime.day)
            let isReported = report(
                Occurrence(
                    event: .plateChange, contract: contract, reportedAt: reportedAt,
                    bearing: plates[reportedPlates - 1].bearing, effectiveAt: step.from, newBearing: step.bearing))
            guard isReported else { return }
            reportedPlates += 1
        }
    }

    @discardableResult
    mutating func cancel(_ contract: Int, at moment: Int, _ ground: CancellationGround, reportedAt: Int? = nil) -> Bool
    {
        let reported = reportedAt ?? moment - draws.below(6 * LocalTime.hour)
        return report(
            Occurrence(
                event: .cancellation, contract: contract,
                reportedAt: max(reported, life.contracts[contract].issuedAt + 1800), bearing: bearing(at: moment),
                effectiveAt: moment, ground: ground))
    }

    mutating func layUp(_ contract: Int, from: Int, until: Int) -> Bool {
        report(
            Occurrence(
                event: .layUp, contract: contract, reportedAt: from - LocalTime.day + 10 * LocalTime.hour,
                bearing: bearing(at: from), effectiveAt: from, until: until))
    }

    mutating func resume(_ contract: Int, at moment: Int) -> Bool {
        report(
            Occurrence(
                event: .resumption, contract: contract, reportedAt: moment + 10 * LocalTime.hour,
                bearing: bearing(at: moment), effectiveAt: moment))
    }

    mutating func withdraw(_ contract: Int, _ target: Occurrence.Target, reportedAt: Int) -> Bool {
        report(
            Occurrence(
                event: .retraction, contract: contract, reportedAt: reportedAt, bearing: bearing(at: reportedAt),
                target: target))
    }

    mutating func correct(_ contract: Int, reportedAt: Int) -> Bool {
        report(
            Occurrence(
                event: .correction, contract: contract, reportedAt: reportedAt,
                bearing: life.contracts[contract].bearing, target: .policy))
    }
}
