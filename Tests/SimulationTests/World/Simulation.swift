import Crypto
import Registry
import RegistryModel
import Regulation
import TransparencyLog

/// One world: a registry, its disk, insurers' clerks, people who ask, and an auditor; all that happens in it follows
/// from the seed.
struct Simulation {
    let seed: UInt64
    var draws: SeededGenerator
    var story: Story
    var clerks: [Clerk]
    var waiting: [Job] = []
    var store: SimulatedStore
    var auditor: Auditor
    var tally = Tally()
    /// What was found wrong; the first ends the world.
    var findings: [String] = []
    /// What happened, for the reader of a failing seed.
    var journal: [String] = []
    let carelessness: Carelessness?
    let hasher = KeyedHasher(key: SymmetricKey(data: [UInt8](repeating: 7, count: 32)))
    let preparer: SubmissionPreparer
    /// Whether a stored row has turned over and nobody has repaired it yet.
    var isDamaged = false
    /// The store may not write before it is opened anew.
    var hasStopped = false
    /// What the disk will hold when the store is opened after a failed sync, and what is true then.
    var turnedUp: (disk: SimulatedDisk, truth: Truth)?
    /// How many records are still to be told.
    var untold: Int
    /// The log as it is published; `sequencer` is opened with the process and ends with it.
    let log = SimulatedLog()
    var sequencer: LogSequencer?
    var stranger: LogAuditor
    let signer: NoteSigner
    private var calls = 0

    init(seed: UInt64, carelessness: Carelessness? = nil) throws {
        self.seed = seed
        self.carelessness = carelessness
        draws = SeededGenerator(seed: seed ^ 0x51B0_1A7E)
        story = Story(seed: seed)
        clerks = Story.insurers.flatMap { Array(repeating: Clerk(insurer: $0), count: Story.clerksEach) }
        preparer = SubmissionPreparer(hasher: hasher, personKeys: FixedPersonKeys(), random: SeededRandom(seed: seed))
        auditor = Auditor(hasher: hasher)
        let key = try Curve25519.Signing.PrivateKey(rawRepresentation: [UInt8](repeating: 9, count: 32))
        signer = NoteSigner(name: LogName.main.origin, key: key)
        stranger = LogAuditor(LogIdentity(origin: LogName.main.origin, verifiers: [signer.verifier]))
        var chances = SeededGenerator(seed: seed ^ 0xD15C)
        log.reaches = { chances.chance(50) }
        untold = 8 + Int(seed % 24)
        store = try SimulatedStore(SimulatedDisk(), carelessness: carelessness)
        store.begin(at: story.clock)
        for name in Story.insurers { try store.enrol(insurer(name), name: "\(name) 保险") }
        store.commit()
    }

    /// Lives until every record was told and answered, or something is found; an error that nobody expected is that.
    mutating func run() {
        do { try live() } catch { find("unexpected: \(error)") }
    }

    private mutating func live() throws {
        var steps = 0
        while findings.isEmpty, untold > 0 || !waiting.isEmpty || clerks.contains(where: { !$0.isDone }) {
            steps += 1
            guard steps < 20_000 else { return find("the clerks never come to an end") }
            try step()
        }
        guard findings.isEmpty else { return }
        repair()
        audit(isThorough: true)
        try publishAll()
        for _ in 0..<12 where findings.isEmpty { try ask() }
    }

    private mutating func step() throws {
        switch draws.below(100) {
        case ..<24: tell()
        case ..<50: try call()
        case ..<70: try commitGroup()
        case ..<74: try publish(mayFail: true)
        case ..<79: if story.moveClock() { tally.count(.clockSetBack) }
        case ..<88: try ask()
        case ..<90: audit()
        case ..<93: mistake()
        case ..<95: try damage()
        case ..<98: repair()
        case ..<99: stateWatermark()
        default: try restart(.crashBeforeCommit)
        }
    }

    mutating func find(_ finding: String) { findings.append(finding) }

    mutating func note(_ line: String) { journal.append("\(story.clock.text) \(line)") }

    // MARK: clerks

    /// The next record, or a few of one clerk's, goes to a clerk's desk.
    private mutating func tell() {
        guard untold > 0 else { return }
        untold -= 1
        let taken = auditor.truth.taken.keys.sorted()
        let (clerk, record) = story.next(taken: taken)
        // A file grows while it waits; a call that was made once stays as it is.
        if draws.chance(35), clerks[clerk].queue.count > (clerks[clerk].isWaiting ? 1 : 0),
            let last = clerks[clerk].queue.last, last.watermark == nil, last.key == nil, record.insurer == last.insurer
        {
            clerks[clerk].queue[clerks[clerk].queue.count - 1] = Delivery(
                insurer: last.insurer, records: last.records + [record])
        } else {
            clerks[clerk].queue.append(Delivery(insurer: record.insurer, records: [record], key: newKey()))
        }
    }

    private mutating func newKey() -> String? {
        calls += 1
        return draws.chance(60) ? "k\(calls)" : nil
    }

    private mutating func stateWatermark() {
        let clerk = draws.below(clerks.count)
        let through = story.clock.adding(seconds: draws.pick([-200_000, -60, 0, 0, 86_400]))
        clerks[clerk].queue.append(
            Delivery(insurer: clerks[clerk].insurer, records: [], watermark: through, key: newKey()))
    }

    /// A call that was answered is sent once more, as it was, under another key, or its key with another body.
    private mutating func mistake() {
        let clerk = draws.below(clerks.count)
        guard !clerks[clerk].answered.isEmpty else { return }
        var again = draws.pick(clerks[clerk].answered)
        if draws.chance(40) { again.key = newKey() }
        if draws.chance(20), again.watermark == nil {
            again = Delivery(insurer: again.insurer, records: again.records + again.records, key: again.key)
        }
        clerks[clerk].queue.append(again)
    }

    /// An idle clerk hands in what is on top.
    private mutating func call() throws {
        let idle = clerks.indices.filter { !clerks[$0].isWaiting && !clerks[$0].queue.isEmpty }
        guard !idle.isEmpty else { return }
        let clerk = draws.pick(idle)
        let delivery = clerks[clerk].queue[0]
        clerks[clerk].isWaiting = true
        tally.calls += 1
        var job = Job(clerk: clerk, delivery: delivery, prepared: try delivery.prepared(by: preparer))
        if job.prepared.count != delivery.records.count { find("\(delivery.records.count) rows were read otherwise") }
        if draws.chance(4) { job.failsAtEnd = true }
        if draws.chance(4) { job.failsAtCall = draws.below(24) }
        waiting.append(job)
    }

    // MARK: people

    mutating func ask() throws {
        let present = max(story.clock, store.feed.lastCommittedAt)
        let question = story.question(knownAt: auditor.truth.commitTimes, present: present)
        tally.questions += 1
        do {
            if let wrong = try auditor.check(question, from: store, at: story.clock) { find(wrong) }
        } catch {
            if !isDamaged { find("\(question.text) was not answered: \(error)") }
        }
    }

    mutating func audit(isThorough: Bool = false) {
        guard !isDamaged else { return }
        tally.audits += 1
        for fault in auditor.audit(store, at: story.clock, isThorough: isThorough) { find(fault) }
    }
}
