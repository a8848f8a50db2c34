package import Regulation

/// Keeps strangers from guessing: per queried plate or VIN at most 90 wrong tries in any 24 hours, over all clients and
/// whether it exists or not; per network at most 20 different ones in any 24 hours.
///
/// A suffix, of a VIN or of a policy number, has a million values, so 90 tries a day find one with a chance of 9 in
/// 100,000. A try counts as wrong from the moment it is admitted until it has proved right, so that many at once win
/// nothing over one after the other. Memory is bounded: a plate costs at most 90 times and five per network that has
/// proved it, networks are forgotten after a day.
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
        case allowed, triesExhausted, platesExhausted
    }

    /// One question, as far as the limits concern themselves with it.
    package struct Question: Equatable, Sendable {
        /// The plate, or the VIN, that is asked about.
        let subject: LookupKey
        let network: LookupKey
        let isFullProof: Bool
        /// The moment it was admitted at, whenever its outcome is told.
        let time: Int64
        /// Subject and network together.
        let pair: LookupKey

        package init(about subject: LookupKey, from network: LookupKey, form: Look.Form, at moment: Instant) {
            self.subject = subject
            self.network = network
            isFullProof = form.isFullProof
            time = moment.milliseconds
            pair = LookupKey(subject.value &* 6_364_136_223_846_793_005 ^ network.value)
        }
    }

    /// What came of a question that was admitted.
    package enum Outcome: Equatable, Sendable {
        case proved, wrong
        /// It was not answered, and told nobody anything.
        case failed
    }

    private static let day: Int64 = 86_400_000

    /// Times of wrong tries by what they were made at, rising but for clocks set back.
    struct Tries: Equatable {
        var times = Shards<[Int64]>()

        func count(_ key: LookupKey, at time: Int64) -> Int { (times[key] ?? []).count { $0 > time - day } }

        mutating func add(_ key: LookupKey, at time: Int64) { times[key, default: []].append(time) }

        func has(_ key: LookupKey, at time: Int64) -> Bool { times[key]?.contains(time) ?? false }

        /// Takes the last one back that was made at this time.
        mutating func remove(_ key: LookupKey, at time: Int64) {
            guard let position = times[key]?.lastIndex(of: time) else { return }
            // Nearly every question is the only one about its vehicle and proves right.
            if times[key]?.count == 1 { times[key] = nil } else { times[key]?.remove(at: position) }
        }

        mutating func sweep(shard: Int, _ time: Int64) {
            times.update(shard: shard) { tries in
                let recent = tries.filter { $0 > time - day }
                return recent.isEmpty ? nil : recent
            }
        }
    }

    package let settings: Settings
    /// By subject: wrong suffixes.
    var wrong = Tries()
    /// By subject and network together: wrong full proofs, and wrong suffixes of those who had proved the vehicle.
    var fullProofs = Tries()
    var wrongOfProved = Tries()
    /// By network, when it last asked about a plate.
    var plates = Shards<[LookupKey: Int64]>()
    /// Networks that have proved a vehicle before: plate and network together, to the time of the proof.
    var proved = Shards<Int64>()
    private var sweptAt: Int64 = 0
    /// The next shard to sweep.
    private var unswept = 0
    /// Rises with every change, so that it can be told whether there is anything new to keep.
    package private(set) var revision: Int64 = 0

    package init(_ settings: Settings = Settings()) { self.settings = settings }

    /// Whether a question may be answered. One that is allowed counts as a wrong try until it is settled otherwise.
    package mutating func admit(_ question: Question) -> Verdict {
        sweep(question.time)
        revision += 1
        guard notePlate(question.subject, question.network, question.time) else { return .platesExhausted }
        if question.isFullProof {
            guard fullProofs.count(question.pair, at: question.time) < settings.wrongFullProofsPerNetworkAndPlate else {
                return .triesExhausted
            }
        } else if wrong.count(question.subject, at: question.time) >= settings.wrongTriesPerPlate {
            guard proved[question.pair] != nil,
                wrongOfProved.count(question.pair, at: question.time) < settings.wrongTriesOfProvedNetwork
            else { return .triesExhausted }
        }
        count(question)
        return .allowed
    }

    /// Notes what came of a question that was admitted.
    package mutating func settle(_ question: Question, _ outcome: Outcome) {
        guard outcome != .wrong else { return }
        revision += 1
        if question.isFullProof {
            fullProofs.remove(question.pair, at: question.time)
        } else {
            wrong.remove(question.subject, at: question.time)
            wrongOfProved.remove(question.pair, at: question.time)
        }
        if outcome == .proved { proved[question.pair] = question.time }
    }

    /// Puts back what was known before a restart, oldest first. `isKnown` where it may stand among what was kept
    /// already: then it is not counted twice.
    package mutating func restore(_ question: Question, _ outcome: Outcome, isKnown: Bool = false) {
        _ = notePlate(question.subject, question.network, question.time)
        let isCounted =
            question.isFullProof
            ? fullProofs.has(question.pair, at: question.time) : wrong.has(question.subject, at: question.time)
        if !isKnown || outcome == .wrong && !isCounted { count(question) }
        settle(question, outcome)
    }

    /// Puts back that a network had proved a vehicle.
    package mutating func restoreProof(of question: Question) {
        proved[question.pair] = max(proved[question.pair] ?? .min, question.time)
    }

    /// Whoever once proved the vehicle is not let off: a wrong try counts for everybody.
    private mutating func count(_ question: Question) {
        guard !question.isFullProof else { return fullProofs.add(question.pair, at: question.time) }
        wrong.add(question.subject, at: question.time)
        if proved[question.pair] != nil { wrongOfProved.add(question.pair, at: question.time) }
    }

    /// False when this network has asked about its number of plates already and this is another one.
    private mutating func notePlate(_ plate: LookupKey, _ network: LookupKey, _ time: Int64) -> Bool {
        let isSeen = plates[network]?[plate].map { $0 > time - Self.day } ?? false
        if !isSeen, (plates[network]?.count ?? 0) >= settings.platesPerNetwork {
            plates[network] = plates[network]?.filter { $0.value > time - Self.day }
            guard (plates[network]?.count ?? 0) < settings.platesPerNetwork else { return false }
        }
        plates[network, default: [:]][plate] = time
        return true
    }

    /// Forgets, a shard now and then, what is older than a day; proofs after thirty.
    private mutating func sweep(_ time: Int64) {
        guard time - sweptAt > 500 else { return }
        sweptAt = time
        forget(shard: unswept, by: time)
        unswept = (unswept + 1) % Shards<Int64>.number
    }

    mutating func forget(by time: Int64) {
        for shard in 0..<Shards<Int64>.number { forget(shard: shard, by: time) }
    }

    private mutating func forget(shard: Int, by time: Int64) {
        wrong.sweep(shard: shard, time)
        fullProofs.sweep(shard: shard, time)
        wrongOfProved.sweep(shard: shard, time)
        plates.update(shard: shard) { seen in seen.contains { $0.value > time - Self.day } ? seen : nil }
        proved.update(shard: shard) { $0 > time - 30 * Self.day ? $0 : nil }
    }
}
