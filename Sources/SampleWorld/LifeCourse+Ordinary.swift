import Registry
import Regulation

extension LifeCourse {
    /// How a contract's time ended.
    private enum Fate {
        case runs(until: Int)
        case again(from: Int, elsewhere: Bool)
        case over(at: Int)
    }

    private static let historyYears = Weights([10, 14, 18, 18, 18, 22])
    /// Early, late, never, for a short term: among those who do not renew on time.
    private static let lapses = Weights([7, 65, 35, 6])
    private static let cycleLapses = Weights([5, 50, 45, 2])

    mutating func liveOrdinarily(_ vehicle: SampleVehicle) {
        let years = 1 + Self.historyYears.draw(&draws)
        let isNew = vehicle.registeredDay > setting.today - years * 365
        var terms = firstTerms(vehicle, isNew: isNew, years: years)
        preparePlates(vehicle, start: terms.start, isNew: isNew)
        let steadyUntil = steadyUntil(vehicle)
        var quietYears = isNew ? 0 : draws.below(4)
        while true {
            setPremium(&terms, vehicle, quietYears)
            let position = sign(terms, reportingProposal: draws.chance(12))
            guard let position else { return stayWithProposal(terms) }
            let isSteady = terms.start < steadyUntil
            quietYears = terms.isShortTerm || draws.chance(60) ? 0 : quietYears + 1
            switch isSteady ? .runs(until: terms.end) : fate(of: position, vehicle) {
            case .over(let end): return reportPlates(of: position, until: end)
            case .runs(let end):
                reportPlates(of: position, until: end)
                guard let next = renewal(of: position, endingAt: end, vehicle, isSteady: isSteady) else { return }
                terms = next
            case .again(let start, let elsewhere):
                reportPlates(of: position, until: start)
                terms = Terms(
                    insurer: elsewhere ? SampleInsurer.draw(&draws) : terms.insurer, start: start,
                    end: LocalTime.adding(years: 1, to: start), lead: 1, previous: position)
                quietYears = 0
            }
        }
    }

    private mutating func firstTerms(_ vehicle: SampleVehicle, isNew: Bool, years: Int) -> Terms {
        let insurer = SampleInsurer.draw(&draws)
        if vehicle.kind == .temporary {
            let start = LocalTime.midnight(vehicle.registeredDay - 12)
            let end = start + (draws.chance(500) ? 15 : 30) * LocalTime.day
            return Terms(insurer: insurer, start: start, end: end, isShortTerm: true)
        }
        let day = isNew ? vehicle.registeredDay : setting.today - draws.below(365) - (years - 1) * 365
        // New cars are insured when they are handed over, some days before they are registered.
        var start = LocalTime.midnight(isNew && draws.chance(550) ? day - 1 - draws.below(11) : day)
        let isImmediate = draws.chance(isNew ? 250 : 15)
        if isImmediate { start += draws.within(9...17) * LocalTime.hour }
        return Terms(
            insurer: insurer, start: start, end: LocalTime.adding(years: 1, to: start),
            lead: isImmediate ? 0 : 1 + draws.below(isNew ? 3 : 40))
    }

    private mutating func preparePlates(_ vehicle: SampleVehicle, start: Int, isNew: Bool) {
        if vehicle.kind == .temporary {
            change(to: .permanent, at: LocalTime.midnight(vehicle.registeredDay) + 9 * LocalTime.hour)
        } else if isNew, LocalTime.midnight(vehicle.registeredDay) > start {
            beginWithoutPlate(until: LocalTime.midnight(vehicle.registeredDay) + draws.within(9...16) * LocalTime.hour)
        }
        if vehicle.kind.isExchanged, vehicle.place.givesPlateAway {
            let day = Exchange(vehicle.place, in: setting).day
            change(to: .changed, at: LocalTime.midnight(day) + 10 * LocalTime.hour)
        }
    }

    /// A vehicle that gives its plate away is insured without a break until then: else nobody would report the change.
    private func steadyUntil(_ vehicle: SampleVehicle) -> Int {
        guard vehicle.kind.isExchanged, vehicle.place.givesPlateAway else { return .min }
        return LocalTime.midnight(Exchange(vehicle.place, in: setting).day + 8)
    }

    private mutating func setPremium(_ terms: inout Terms, _ vehicle: SampleVehicle, _ quietYears: Int) {
        guard vehicle.isFloated, !terms.isShortTerm, quietYears > 0 else { return terms.floatPercent = 0 }
        let cell = setting.plan.cell(of: vehicle.place, bearing(at: terms.start)) ?? vehicle.place.cell
        let province = Province.all[setting.plan.cells[cell].province]
        terms.floatPercent = Tariff.discountPercent(
            quietYears: quietYears, extra: province.extraPoints, signedOn: LocalTime.dayNumber(terms.start) - terms.lead
        )
    }

    /// Signs, and for some reports the application first, under the number the policy will have.
    private mutating func sign(_ terms: Terms, reportingProposal: Bool) -> Int? {
        var terms = terms
        var correctedAt = 0
        if draws.chance(7) {
            correctedAt = issueTime(terms) + LocalTime.day + draws.below(20 * LocalTime.day)
            if correctedAt < setting.midnight { terms.mistake = draws.chance(500) ? .endAYearLate : .premium }
        }
        guard let position = sign(terms) else { return nil }
        if terms.mistake != .none { _ = correct(position, reportedAt: correctedAt) }
        if reportingProposal {
            let contract = life.contracts[position]
            life.occurrences.append(
                Occurrence(
                    event: .proposal, contract: position, reportedAt: contract.appliedAt, bearing: contract.bearing))
        }
        return position
    }

    /// The policy would be issued only after as-of; some of those that would be soon have applied already.
    private mutating func stayWithProposal(_ terms: Terms) {
        guard issueTime(terms) < setting.midnight + 3 * LocalTime.day, draws.chance(400) else { return }
        propose(terms, at: setting.midnight - LocalTime.hour - draws.below(2 * LocalTime.day))
    }

    private mutating func renewal(
        of position: Int, endingAt end: Int, _ vehicle: SampleVehicle, isSteady: Bool
    ) -> Terms? {
        let insurer = draws.chance(720) ? life.contracts[position].insurer : SampleInsurer.draw(&draws)
        var terms = Terms(
            insurer: insurer, start: end, end: LocalTime.adding(years: 1, to: end), lead: onTimeLead(),
            previous: position)
        if vehicle.kind == .temporary, life.contracts[position].isShortTerm {
            guard draws.chance(850) else { return nil }
            // The full year begins with the registration; the short term may still have some days to run.
            terms.start = min(end, LocalTime.midnight(vehicle.registeredDay + 1))
            terms.end = LocalTime.adding(years: 1, to: terms.start)
            terms.lead = 0
            return terms
        }
        if isSteady || draws.chance(vehicle.kind.isMotorcycle ? 800 : 885) { return terms }
        switch (vehicle.kind.isMotorcycle ? Self.cycleLapses : Self.lapses).draw(&draws) {
        case 0: shift(&terms, to: end - (1 + draws.below(25)) * LocalTime.day)
        case 1:
            shift(&terms, to: end + (1 + min(draws.below(90), draws.below(90))) * LocalTime.day)
            if draws.chance(300) {
                shift(&terms, to: LocalTime.midnight(LocalTime.dayNumber(terms.start)) + 11 * LocalTime.hour)
                terms.lead = 0
            }
        case 2: return nil
        default:
            // Close to the age at which it must be scrapped a vehicle is insured for less than a year, and then no
            // more.
            terms.end = terms.start + (45 + draws.below(250)) * LocalTime.day
            terms.isShortTerm = true
        }
        return terms
    }

    private func shift(_ terms: inout Terms, to start: Int) {
        terms.start = start
        terms.end = LocalTime.adding(years: 1, to: start)
        terms.lead = 1
    }

    private mutating func onTimeLead() -> Int {
        draws.chance(40) ? 50 + draws.below(40) : 1 + min(draws.below(45), draws.below(45))
    }

    // MARK: what befalls a contract

    private mutating func fate(of position: Int, _ vehicle: SampleVehicle) -> Fate {
        let contract = life.contracts[position]
        let days = max(1, (contract.end - contract.start) / LocalTime.day)
        let moment = LocalTime.midnight(LocalTime.dayNumber(contract.start) + 20 + draws.below(max(1, days - 40)))
        if contract.isShortTerm {
            return vehicle.kind == .temporary ? .runs(until: contract.end) : .over(at: contract.end)
        }
        if vehicle.isCommercial, draws.chance(70) { return rest(position, from: moment) }
        switch draws.below(1000) {
        case 0..<4: return stop(position, at: moment, .deregistered)
        case 4: return stop(position, at: moment, .stolen)
        case 5 where vehicle.isCommercial || vehicle.kind.isMotorcycle: return stop(position, at: moment, .laidUp)
        case 6..<30 where vehicle.place.mayMoveAway && vehicle.kind.spread == .everyOffice:
            return move(position, at: moment)
        case 30, 31: return undisclosed(position, at: moment)
        case 32,
            33 where position == 0:
            return takenBack(position)
        case 34..<41: duplicate(position, vehicle)
        case 41, 42: phantom(position)
        case 43: mistakenCancellation(position, at: moment)
        default: break
        }
        return .runs(until: contract.end)
    }

    private mutating func stop(_ position: Int, at moment: Int, _ ground: CancellationGround) -> Fate {
        let contract = life.contracts[position]
        guard cancel(position, at: moment, ground) else { return .runs(until: contract.end) }
        switch ground {
        case .laidUp:
            return .again(from: moment + (60 + draws.below(200)) * LocalTime.day, elsewhere: draws.chance(300))
        case .stolen where draws.chance(150): return .again(from: moment + 40 * LocalTime.day, elsewhere: false)
        default: return .over(at: moment)
        }
    }

    /// 停驶: for one to four months; nearly all are resumed and reported, the end then moves by the days rested.
    private mutating func rest(_ position: Int, from: Int) -> Fate {
        let contract = life.contracts[position]
        let until = LocalTime.adding(months: 1 + draws.below(4), to: from)
        guard until < contract.end, layUp(position, from: from, until: until) else { return .runs(until: contract.end) }
        let resumedAt = draws.chance(250) ? until - draws.below(25) * LocalTime.day : until
        guard draws.chance(960), resume(position, at: resumedAt) else { return .runs(until: contract.end) }
        return .runs(until: contract.end + resumedAt - from)
    }

    /// Sold out of its district: the policy ends, another is bought where it goes, with the plate it gets there.
    private mutating func move(_ position: Int, at moment: Int) -> Fate {
        guard bearing(at: moment) == .first, cancel(position, at: moment, .movedAway) else {
            return .runs(until: life.contracts[position].end)
        }
        change(to: .movedIn, at: moment)
        return .again(from: moment + (1 + draws.below(12)) * LocalTime.day, elsewhere: true)
    }

    private mutating func undisclosed(_ position: Int, at moment: Int) -> Fate {
        guard cancel(position, at: moment, .nonDisclosure) else { return .runs(until: life.contracts[position].end) }
        return draws.chance(700)
            ? .again(from: moment + (1 + draws.below(15)) * LocalTime.day, elsewhere: true) : .over(at: moment)
    }

    /// A new car goes back to its maker within weeks, sometimes before its cover began.
    private mutating func takenBack(_ position: Int) -> Fate {
        let contract = life.contracts[position]
        let startDay = LocalTime.midnight(LocalTime.dayNumber(contract.start))
        let moment = draws.chance(200) ? contract.start : startDay + (1 + draws.below(50)) * LocalTime.day
        return cancel(position, at: moment, .defective) ? .over(at: moment) : .runs(until: contract.end)
    }

    /// Insured twice; many notice, and the contract that starts later is then cancelled from its start.
    private mutating func duplicate(_ position: Int, _ vehicle: SampleVehicle) {
        let contract = life.contracts[position]
        let start = LocalTime.midnight(LocalTime.dayNumber(contract.start) + 1 + draws.below(25))
        let terms = Terms(
            insurer: SampleInsurer.draw(&draws), start: start, end: LocalTime.adding(years: 1, to: start),
            lead: 1 + draws.below(20), previous: contract.previous)
        guard let second = sign(terms), draws.chance(700) else { return }
        cancel(second, at: start, .duplicate, reportedAt: start + draws.below(20 * LocalTime.day))
    }

    /// A policy reported that never was, and withdrawn.
    private mutating func phantom(_ position: Int) {
        let contract = life.contracts[position]
        let terms = Terms(
            insurer: contract.insurer, start: contract.start, end: contract.end, lead: 1 + draws.below(5),
            floatPercent: contract.floatPercent, previous: contract.previous)
        let reportedAt = issueTime(terms) + LocalTime.day + draws.below(20 * LocalTime.day)
        guard reportedAt < setting.midnight, let second = sign(terms) else { return }
        _ = withdraw(second, .policy, reportedAt: reportedAt)
    }

    private mutating func mistakenCancellation(_ position: Int, at moment: Int) {
        let reportedAt = moment + LocalTime.day + draws.below(10 * LocalTime.day)
        guard reportedAt < setting.midnight, cancel(position, at: moment, .deregistered) else { return }
        _ = withdraw(position, .other, reportedAt: reportedAt)
    }
}
