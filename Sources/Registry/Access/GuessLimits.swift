package import Regulation

/// Keeps strangers from guessing: per queried plate at most 90 wrong tries in any 24 hours, over all clients and
/// whether the plate exists or not; per network at most 20 different plates in any 24 hours.
///
/// A suffix has a million values, so 90 tries a day find one with a chance of 9 in 100,000. A try counts as wrong
/// from the moment it is admitted until it has proved right, so that many at once win nothing over one after the
/// other. Memory is bounded: a plate costs at most 90 times and five per network that has proved it, networks are
/// forgotten after a day.
package struct GuessLimits: Sendable {
    package struct Settings: Equatable, Sendable {
        package var wrongTriesPerPlate = 90
        package var platesPerNetwork = 20
        package var wrongFullProofsPerNetworkAndPlate = 5
        /// What a network that proved the vehicle before has beyond the plate's tries; strangers may share the network.
        package var wrongTriesOfProvedNetwork = 5

        package init() {}
    }

    package enum Verdict: Equatable, Sendable {
        case allowed, suffixExhausted, platesExhausted
    }

    private static let day: Int64 = 86_400_000

    /// Times of wrong tries by what they were made at, rising but for clocks set back.
    private struct Tries {
        private var times: [LookupKey: [Int64]] = [:]

        func count(_ key: LookupKey, at time: Int64) -> Int { (times[key] ?? []).count { $0 > time - day } }

        mutating func add(_ key: LookupKey, at time: Int64) { times[key, default: []].append(time) }

        /// Takes the last one back that was made at this time.
        mutating func remove(_ key: LookupKey, at time: Int64) {
            guard let position = times[key]?.lastIndex(of: time) else { return }
            times[key]?.remove(at: position)
        }

        mutating func sweep(_ time: Int64) {
            times = times.compactMapValues { tries in
                let recent = tries.filter { $0 > time - day }
                return recent.isEmpty ? nil : recent
            }
        }
    }

    package let settings: Settings
    /// By plate: wrong suffixes.
    private var wrong = Tries()
    /// By plate and network together: wrong full proofs, and wrong suffixes of those who had proved the vehicle.
    private var fullProofs = Tries()
    private var wrongOfProved = Tries()
    /// By network, when it last asked about a plate.
    private var plates: [LookupKey: [LookupKey: Int64]] = [:]
    /// Networks that have proved a vehicle before: plate and network together, to the time of the proof.
    private var proved: [LookupKey: Int64] = [:]
    private var sweptAt: Int64 = 0

    package init(_ settings: Settings = Settings()) { self.settings = settings }

    /// Whether a question may be answered. `pair` stands for plate and network together. Every question that is
    /// allowed is noted afterwards, with the same time; one that is not counts as a wrong try.
    package mutating func admit(
        plate: LookupKey, network: LookupKey, pair: LookupKey, isFullProof: Bool, at now: Instant
    ) -> Verdict {
        let time = now.milliseconds
        sweep(time)
        guard notePlate(plate, network, time) else { return .platesExhausted }
        if isFullProof {
            guard fullProofs.count(pair, at: time) < settings.wrongFullProofsPerNetworkAndPlate else {
                return .suffixExhausted
            }
        } else if wrong.count(plate, at: time) >= settings.wrongTriesPerPlate {
            guard proved[pair] != nil, wrongOfProved.count(pair, at: time) < settings.wrongTriesOfProvedNetwork else {
                return .suffixExhausted
            }
        }
        count(plate, pair, isFullProof, at: time)
        return .allowed
    }

    /// Notes what came of a question that was admitted at this time.
    package mutating func note(
        plate: LookupKey, pair: LookupKey, isFullProof: Bool, isMatch: Bool, at now: Instant
    ) {
        guard isMatch else { return }
        let time = now.milliseconds
        if isFullProof {
            fullProofs.remove(pair, at: time)
        } else {
            wrong.remove(plate, at: time)
            wrongOfProved.remove(pair, at: time)
        }
        proved[pair] = time
    }

    /// Puts back what was known before a restart, oldest first.
    package mutating func restore(
        plate: LookupKey, network: LookupKey, pair: LookupKey, isFullProof: Bool, isMatch: Bool, at: Instant
    ) {
        _ = notePlate(plate, network, at.milliseconds)
        count(plate, pair, isFullProof, at: at.milliseconds)
        note(plate: plate, pair: pair, isFullProof: isFullProof, isMatch: isMatch, at: at)
    }

    /// Whoever once proved the vehicle is not let off: a wrong try counts for everybody.
    private mutating func count(_ plate: LookupKey, _ pair: LookupKey, _ isFullProof: Bool, at time: Int64) {
        guard !isFullProof else { return fullProofs.add(pair, at: time) }
        wrong.add(plate, at: time)
        if proved[pair] != nil { wrongOfProved.add(pair, at: time) }
    }

    /// False when this network has asked about its number of plates already and this is another one.
    private mutating func notePlate(_ plate: LookupKey, _ network: LookupKey, _ time: Int64) -> Bool {
        var seen = plates[network] ?? [:]
        if seen[plate].map({ $0 > time - Self.day }) ?? false {
            plates[network]?[plate] = time
            return true
        }
        seen = seen.filter { $0.value > time - Self.day }
        let hasRoom = seen.count < settings.platesPerNetwork
        if hasRoom { seen[plate] = time }
        plates[network] = seen
        return hasRoom
    }

    /// Forgets, now and then, what is older than a day; proofs after thirty.
    private mutating func sweep(_ time: Int64) {
        guard time - sweptAt > 600_000 else { return }
        sweptAt = time
        wrong.sweep(time)
        fullProofs.sweep(time)
        wrongOfProved.sweep(time)
        plates = plates.filter { $0.value.contains { $0.value > time - Self.day } }
        proved = proved.filter { $0.value > time - 30 * Self.day }
    }
}
