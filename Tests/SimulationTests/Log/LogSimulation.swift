import Crypto
import Registry
import RegistryModel
import Regulation
import TransparencyLog

/// The life of one published log: leaves are committed, sequencers publish them, come to an end and begin again, and an
/// outsider checks what is there at every moment at which it could be fetched.
struct LogSimulation {
    let seed: UInt64
    private var draws: SeededGenerator
    private let leaves: GrowingLeaves
    private let log: SimulatedLog
    private var auditor: LogAuditor
    private let signer: NoteSigner
    private var sequencer: LogSequencer?
    /// Another process with the same data; it may have slept for long.
    private var rival: LogSequencer?
    private(set) var findings: [String] = []
    private(set) var journal: [String] = []
    private(set) var troubles: [LogTrouble: Int] = [:]
    private(set) var checkpoints = 0

    init(seed: UInt64, carelessness: SimulatedLog.Carelessness? = nil) throws {
        self.seed = seed
        draws = SeededGenerator(seed: seed ^ 0x10_6106)
        leaves = GrowingLeaves(seed: seed, time: moment("2028-02-28 23:59:58"))
        log = SimulatedLog(carelessness: carelessness)
        let key = try Curve25519.Signing.PrivateKey(rawRepresentation: [UInt8](repeating: 9, count: 32))
        signer = NoteSigner(name: LogName.main.origin, key: key)
        auditor = LogAuditor(LogIdentity(origin: LogName.main.origin, verifiers: [signer.verifier]))
        var chances = SeededGenerator(seed: seed ^ 0xD15C)
        log.reaches = { chances.chance(50) }
    }

    /// An error that nobody expected is a finding.
    mutating func run() {
        do { try live() } catch { find("unexpected: \(error)") }
    }

    private mutating func live() throws {
        for _ in 0..<(12 + Int(seed % 20)) where findings.isEmpty { try step() }
        guard findings.isEmpty else { return }
        log.restart()
        sequencer = nil
        try publish()
        check()
        for fault in auditor.checkHistory(of: log, leaves: leaves.leaves) { find(fault) }
        if auditor.kept.last?.checkpoint.size != leaves.committedSize { find("not everything was published") }
        try end()
    }

    private mutating func step() throws {
        switch draws.below(100) {
        case ..<30: return leaves.grow(by: draws.pick([0, 1, 2, 7, 40, 200, 256, 300]))
        case ..<60:
            plan()
            try publish()
        case ..<68: try wakeRival()
        case ..<74:
            sequencer = nil
            return
        case ..<82: try flipTile()
        case ..<90: try changeEntry()
        default: try setRegistryBack()
        }
        check()
    }

    private mutating func find(_ finding: String) { findings.append(finding) }

    private mutating func count(_ trouble: LogTrouble) {
        troubles[trouble, default: 0] += 1
        journal.append("\(trouble) at \(leaves.committedSize) entries")
    }

    private mutating func check() {
        for fault in auditor.check(log, leaves: leaves.leaves, with: &draws) { find(fault) }
    }

    // MARK: publishing

    private mutating func plan() {
        guard draws.chance(60) else { return }
        let event = draws.pick([.crashBefore, .crashAfter, .diskFull, .race] as [SimulatedLog.Plan.Event])
        log.plan = SimulatedLog.Plan(event: event, callsLeft: 1 + draws.below(5))
        guard event == .race else { return }
        let more = draws.below(4)
        log.race = { [log, signer, leaves] in
            // Whatever becomes of it: the one that is overtaken must notice.
            leaves.grow(by: more)
            let late = LateView(source: leaves, committedSize: leaves.committedSize)
            var other = try? LogSequencer(log: .main, signer: signer, source: late, store: log)
            _ = try? other?.publish()
        }
    }

    private mutating func publish() throws {
        let planned = log.plan?.event
        let before = log.history.count
        let partials = log.files.keys.count(where: \.isPartial)
        defer {
            log.plan = nil
            log.race = nil
        }
        do {
            if sequencer == nil { sequencer = try open() }
            _ = try sequencer?.publish()
            journal.append("published \(log.history.count - before) at \(leaves.committedSize)")
        } catch is SimulatedLog.Crashed {
            count(planned == .crashAfter ? .crashAfterCall : .crashBeforeCall)
            log.restart()
            (sequencer, rival) = (nil, nil)
        } catch RegistryFault.diskFull {
            count(.diskFull)
            try publishOnceThereIsSpace()
        } catch LogFault.forked {
            // Overtaken: by the race that was planned, or by the rival that woke before.
            if planned == .race { count(.race) }
            sequencer = nil
        }
        checkpoints += log.history.count - before
        if log.files.keys.count(where: \.isPartial) < partials { count(.partialsDropped) }
    }

    /// The very sequencer that was refused publishes everything when it is asked again.
    private mutating func publishOnceThereIsSpace() throws {
        guard sequencer != nil else { return }
        do {
            _ = try sequencer?.publish()
            if sequencer?.published?.checkpoint.size != leaves.committedSize {
                find("what waited for space was not published")
            }
        } catch LogFault.forked { sequencer = nil }
    }

    private func open() throws -> LogSequencer {
        try LogSequencer(log: .main, signer: signer, source: leaves, store: log)
    }

    /// A process that was started long ago publishes what it knew then. It may only ever continue the log.
    private mutating func wakeRival() throws {
        guard var waking = rival else {
            let late = LateView(source: leaves, committedSize: leaves.committedSize)
            rival = try LogSequencer(log: .main, signer: signer, source: late, store: log)
            return
        }
        rival = nil
        let before = log.text
        do {
            if try waking.publish() != nil { journal.append("the rival published") }
        } catch LogFault.forked {
            count(.lateRival)
            if log.text != before { find("a rival that was refused has changed the checkpoint") }
        }
    }
}

extension LogSimulation {
    // MARK: damage

    /// A bit of a published file turns over. Who reads everything sees it; who would build on it refuses.
    private mutating func flipTile() throws {
        guard let text = log.text, let note = SignedNote(text),
            let head = Checkpoint(text: note.text), !log.coordinates.isEmpty
        else { return }
        // Partial tiles of earlier sizes may lie about: nothing rests on them.
        let needed = log.coordinates.filter { isNeeded($0, at: head.size) }
        guard !needed.isEmpty else { return }
        let coordinate = draws.pick(needed)
        let bit = draws.below(8 * (log.files[coordinate]?.count ?? 1))
        log.flip(coordinate, bit: bit)
        count(.flippedTile)
        var witness = auditor
        if witness.check(log, leaves: leaves.leaves, with: &draws).isEmpty {
            find("a flipped bit in \(coordinate.path) went unnoticed")
        }
        if coordinate.isPartial, (try? open()) != nil { find("taken up on the damaged \(coordinate.path)") }
        log.flip(coordinate, bit: bit)
    }

    private func isNeeded(_ coordinate: TileCoordinate, at size: Int64) -> Bool {
        coordinate.isPartial ? TileCoordinate.partials(at: size).contains(coordinate) : coordinate.isFull(at: size)
    }

    /// An entry no longer says what was committed when it is to be published: nothing is signed until it does again.
    private mutating func changeEntry() throws {
        let published = auditor.kept.last?.checkpoint.size ?? 0
        leaves.grow(by: 1 + draws.below(20))
        guard published < leaves.committedSize else { return }
        var publisher = try sequencer ?? open()
        guard publisher.published?.checkpoint.size ?? 0 <= published else { return }
        leaves.damaged = published + Int64(draws.below(Int(leaves.committedSize - published)))
        defer { leaves.damaged = nil }
        count(.changedEntry)
        let before = log.text
        do {
            _ = try publisher.publish()
            find("an entry was published that is not the one committed")
        } catch RegistryFault.entryDamaged {
            if log.text != before { find("signed, and then found damaged") }
        } catch LogFault.forked {}
        sequencer = publisher
    }

    /// A registry that lost entries which were published, or has others in their place, is not taken up.
    private mutating func setRegistryBack() throws {
        guard let size = auditor.kept.last?.checkpoint.size, size > 0 else { return }
        count(.registrySetBack)
        let lost = GrowingLeaves(leaves, upTo: Int(size) - 1 - draws.below(min(5, Int(size))), seed: seed ^ 0xBAC)
        if draws.chance(50) { lost.grow(by: 1 + draws.below(9)) }
        let before = log.text
        do {
            var other = try LogSequencer(log: .main, signer: signer, source: lost, store: log)
            _ = try other.publish()
            find("a registry that was set back was taken up")
        } catch is LogFault {}
        if log.text != before { find("a registry that was set back has changed the checkpoint") }
    }

    /// Two histories that part behind the last checkpoint: one of them may be published, and the other never after it.
    private mutating func end() throws {
        count(.divergentRival)
        let other = GrowingLeaves(leaves, upTo: leaves.leaves.count, seed: seed ^ 0x07E4)
        var ours = try open()
        var theirs = try LogSequencer(log: .main, signer: signer, source: other, store: log)
        leaves.grow(by: 1 + draws.below(300))
        other.grow(by: 1 + draws.below(300))
        if draws.chance(50) {
            _ = try ours.publish()
            expectFork { try theirs.publish() }
            check()
        } else {
            _ = try theirs.publish()
            expectFork { try ours.publish() }
            for fault in auditor.check(log, leaves: other.leaves, with: &draws) { find(fault) }
        }
    }

    private mutating func expectFork(_ publish: () throws -> SignedCheckpoint?) {
        do {
            _ = try publish()
            find("the log was forked")
        } catch LogFault.forked {} catch { find("instead of a fork: \(error)") }
    }
}
