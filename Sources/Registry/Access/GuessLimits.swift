package import Regulation

/// Keeps strangers from guessing: per queried plate at most 90 wrong tries in any 24 hours, over all clients and whether
/// the plate exists or not; per network at most 20 different plates a day.
///
/// A suffix has a million values, so 90 tries a day find one with a chance of 9 in 100,000. Memory is bounded: a plate
/// costs at most 90 times, networks are forgotten after a day.
package struct GuessLimits: Sendable {
    package struct Settings: Equatable, Sendable {
        package var wrongTriesPerPlate = 90
        package var platesPerNetwork = 20
        package var wrongFullProofsPerNetworkAndPlate = 5

        package init() {}
    }

    package enum Verdict: Equatable, Sendable {
        case allowed, suffixExhausted, platesExhausted
    }

    private static let day: Int64 = 86_400_000

    private struct Plates {
        var seen: [LookupKey: Int64] = [:]
    }

    package let settings: Settings
    private var wrong: [LookupKey: [Int64]] = [:]
    private var networks: [LookupKey: Plates] = [:]
    private var fullProofs: [LookupKey: [Int64]] = [:]
    /// Networks that have proved a vehicle before: plate and network together, to the time of the proof.
    private var proved: [LookupKey: Int64] = [:]
    private var sweptAt: Int64 = 0

    package init(_ settings: Settings = Settings()) { self.settings = settings }

    /// Whether a question may be answered. `pair` stands for plate and network together.
    package mutating func admit(
        plate: LookupKey, network: LookupKey, pair: LookupKey, isFullProof: Bool, at now: Instant
    ) -> Verdict {
        let time = now.milliseconds
        sweep(time)
        guard notePlate(plate, network, time) else { return .platesExhausted }
        if isFullProof {
            let tries = (fullProofs[pair] ?? []).filter { $0 > time - Self.day }
            return tries.count < settings.wrongFullProofsPerNetworkAndPlate ? .allowed : .suffixExhausted
        }
        if proved[pair] != nil { return .allowed }
        return wrongTries(plate, time) < settings.wrongTriesPerPlate ? .allowed : .suffixExhausted
    }

    /// Notes what came of it.
    package mutating func note(
        plate: LookupKey, pair: LookupKey, isFullProof: Bool, isMatch: Bool, at now: Instant
    ) {
        let time = now.milliseconds
        if isMatch {
            proved[pair] = time
        } else if isFullProof {
            fullProofs[pair, default: []].append(time)
        } else {
            // Whoever once proved the vehicle is not let off: a wrong try counts for everybody.
            wrong[plate, default: []].append(time)
        }
    }

    /// Puts back what was known before a restart, oldest first.
    package mutating func restore(
        plate: LookupKey, network: LookupKey, pair: LookupKey, isFullProof: Bool, isMatch: Bool, at: Instant
    ) {
        _ = notePlate(plate, network, at.milliseconds)
        note(plate: plate, pair: pair, isFullProof: isFullProof, isMatch: isMatch, at: at)
    }

    private func wrongTries(_ plate: LookupKey, _ time: Int64) -> Int {
        (wrong[plate] ?? []).count { $0 > time - Self.day }
    }

    /// False when this network has asked about its number of plates already and this is another one.
    private mutating func notePlate(_ plate: LookupKey, _ network: LookupKey, _ time: Int64) -> Bool {
        var plates = networks[network] ?? Plates()
        if plates.seen[plate] == nil {
            plates.seen = plates.seen.filter { $0.value > time - Self.day }
            guard plates.seen.count < settings.platesPerNetwork else { return false }
            plates.seen[plate] = time
            networks[network] = plates
        }
        return true
    }

    /// Forgets, now and then, what is older than a day; proofs after thirty.
    private mutating func sweep(_ time: Int64) {
        guard time - sweptAt > 600_000 else { return }
        sweptAt = time
        wrong = wrong.compactMapValues { tries in
            let recent = tries.filter { $0 > time - Self.day }
            return recent.isEmpty ? nil : recent
        }
        fullProofs = fullProofs.compactMapValues { tries in
            let recent = tries.filter { $0 > time - Self.day }
            return recent.isEmpty ? nil : recent
        }
        networks = networks.filter { $0.value.seen.contains { $0.value > time - Self.day } }
        proved = proved.filter { $0.value > time - 30 * Self.day }
    }
}
