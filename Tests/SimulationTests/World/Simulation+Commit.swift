import Registry
import RegistryModel
import Regulation

extension Simulation {
    /// What became of one job of a group.
    private struct Outcome {
        let job: Job
        /// `nil` when the job failed, and nothing of it may be there.
        let reply: Reply?
        let isRefused: Bool
    }

    /// The writer takes some of the jobs that wait, in any order, runs each in a savepoint, and commits them together.
    mutating func commitGroup() throws {
        guard !waiting.isEmpty else { return }
        guard !hasStopped else { return try restart(nil) }
        let jobs = takeJobs()
        let before = store.savepoint
        let truth = auditor.truth
        store.begin(at: story.clock)
        let outcomes = jobs.map { run($0) }
        guard findings.isEmpty else { return }
        auditor.truth.commit(at: store.committedAt)
        if carelessness == .answersBeforeCommit { answer(outcomes) }
        switch draws.below(100) {
        case ..<4:
            tally.count(.diskFull)
            note("the disk is full")
            store.rollBack(to: before)
            auditor.truth = truth
            for job in jobs { clerks[job.clerk].isWaiting = false }
        case ..<8: failSync(jobs, before, truth)
        case ..<12: try crash(.crashBeforeCommit, jobs, truth)
        case ..<16:
            let share = draws.below(100)
            store.tear(keeping: share)
            try crash(.tornCommit, jobs, truth)
        case ..<21:
            store.commit()
            try crash(.crashAfterCommit, jobs, auditor.truth)
        default:
            store.commit()
            tally.commits += 1
            note("committed \(store.feed.treeSize)")
            let known = auditor.acknowledged.count
            if carelessness != .answersBeforeCommit { answer(outcomes) }
            if auditor.acknowledged.count > known, draws.chance(6) { try loseCommit() }
        }
    }

    private mutating func takeJobs() -> [Job] {
        var jobs: [Job] = []
        for _ in 0..<(1 + draws.below(4)) where !waiting.isEmpty {
            let position = draws.chance(70) ? 0 : draws.below(waiting.count)
            if position > 0 { tally.count(.overtaken) }
            jobs.append(waiting.remove(at: position))
        }
        return jobs
    }

    private struct JobFailed: Error {}

    /// One job in its savepoint. What it wrote is gone when it fails; so is what the auditor took for true.
    private mutating func run(_ job: Job) -> Outcome {
        let savepoint = store.savepoint
        let truth = auditor.truth
        store.callsLeft = job.failsAtCall
        defer { store.callsLeft = nil }
        do {
            let reply = try reply(to: job)
            if job.failsAtEnd {
                tally.count(.failingJob)
                throw JobFailed()
            }
            judge(job, reply)
            return Outcome(job: job, reply: reply, isRefused: false)
        } catch {
            if carelessness != .keepsFailedJobs { store.rollBack(to: savepoint) }
            auditor.truth = truth
            // A refusal that rests on a damaged row is none: whoever gets it has to come again.
            let isRefused = error as? Problem == .idempotencyReused && isReused(job.delivery)
            switch error {
            case is SimulatedStore.CallFailed: tally.count(.failingCall)
            case is JobFailed: break
            default:
                if !isRefused, !isDamaged { find("\(job.text) failed: \(error)") }
            }
            note("\(job.text) failed: \(error)")
            return Outcome(job: job, reply: nil, isRefused: isRefused)
        }
    }

    private func reply(to job: Job) throws -> Reply {
        let holder = insurer(job.delivery.insurer)
        return try RememberedReply(hasher: hasher).answer(job.delivery, in: store) {
            if let watermark = job.delivery.watermark { try store.state(reportedThrough: watermark, by: holder) }
            let desk = IntakeDesk(hasher: hasher)
            return Reply(try job.prepared.map { try desk.take($0, insurer: holder, in: store) })
        }
    }

    /// Whether the key was shown with another body before.
    private func isReused(_ delivery: Delivery) -> Bool {
        delivery.request.flatMap { auditor.truth.requests[$0] }.map { $0.body != delivery.body } ?? false
    }

    private mutating func judge(_ job: Job, _ reply: Reply) {
        let delivery = job.delivery
        if let known = delivery.request.flatMap({ auditor.truth.requests[$0] }) {
            if known.body != delivery.body || reply != Reply(again: known.reply) {
                find("\(job.text): the request was answered otherwise than before")
            }
            return
        }
        if let watermark = delivery.watermark {
            auditor.truth.state(watermark, by: delivery.insurer, at: store.committedAt)
        }
        for (record, result) in zip(delivery.records, reply.results) {
            note("\(job.text) \(record.identity) became \(result.word)")
            if let wrong = auditor.truth.judge(record, became: result, at: store.committedAt) {
                find("\(record.identity): \(wrong)")
            }
        }
        auditor.truth.remember(reply, to: delivery)
    }

    // MARK: answers

    private mutating func answer(_ outcomes: [Outcome]) {
        for outcome in outcomes {
            let clerk = outcome.job.clerk
            clerks[clerk].isWaiting = false
            if let reply = outcome.reply { tally.count(reply.results, of: outcome.job.delivery.records) }
            if draws.chance(8) {
                tally.count(.lostAnswer)
                continue
            }
            guard outcome.reply != nil || outcome.isRefused else { continue }
            if let reply = outcome.reply { auditor.acknowledge(reply.results, of: outcome.job.delivery.records) }
            clerks[clerk].queue.removeFirst()
            if outcome.reply != nil { clerks[clerk].answered.append(outcome.job.delivery) }
        }
    }
}

extension Job {
    /// For the journal.
    var text: String { "clerk \(clerk) \(delivery.key ?? "-")" }
}
