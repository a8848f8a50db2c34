import Registry
import RegistryModel
import Regulation
import TransparencyLog

/// Watches from outside. It keeps what was acknowledged, what was answered, and a truth of its own, and compares.
struct Auditor {
    /// What a sender was told and may hold against the registry for ever.
    struct Acknowledged {
        let record: SentRecord
        let acceptance: SubmissionResult.Acceptance
    }

    /// An answer about a knowledge that is past; it may never change.
    struct Given {
        let question: Question
        let answer: NaiveAnswer
    }

    var truth = Truth()
    private(set) var acknowledged: [Acknowledged] = []
    private(set) var given: [Given] = []
    let hasher: KeyedHasher

    init(hasher: KeyedHasher) { self.hasher = hasher }

    mutating func acknowledge(_ results: [SubmissionResult], of records: [SentRecord]) {
        for (record, result) in zip(records, results) {
            if case .accepted(let acceptance) = result {
                acknowledged.append(Acknowledged(record: record, acceptance: acceptance))
            }
        }
    }

    /// What an answer should have been, when it is wrong.
    mutating func check(_ question: Question, from store: SimulatedStore, at now: Instant) throws -> String? {
        let present = max(now, store.feed.lastCommittedAt)
        guard let expected = truth.answer(question, present: present) else { return nil }
        let real = try answer(question, from: store, at: now)
        guard real == expected else { return "\(question.text)\nmodel    \(expected)\nregistry \(real)" }
        if let knownAt = question.knownAt, knownAt < store.feed.lastCommittedAt, given.count < 10 {
            given.append(Given(question: question, answer: real))
        }
        return nil
    }

    func answer(_ question: Question, from store: SimulatedStore, at now: Instant) throws -> NaiveAnswer {
        let desk = CoverageDesk(hasher: hasher)
        return NaiveAnswer(try desk.answer(question.coverage, from: store, feed: store.feed, at: now).answer)
    }

    /// What can be said against the store as it stands; a store that cannot be read through is one of them. What no
    /// restart changes is looked at only when the audit is to be thorough.
    func audit(_ store: SimulatedStore, at now: Instant, isThorough: Bool) -> [String] {
        do {
            let entries = try store.entries(Array(0..<store.feed.treeSize))
            let rows =
                checkLog(entries, in: store) + (try checkFiles(entries, in: store))
                + (try checkCounts(of: store)) + (try checkReplies(of: store))
            guard isThorough else { return rows }
            return rows + (try checkPersonal(entries, of: store)) + (try checkPrivacy(entries, of: store))
                + (try checkGiven(store, now))
        } catch {
            return ["cannot be read: \(error)"]
        }
    }

    private func checkGiven(_ store: SimulatedStore, _ now: Instant) throws -> [String] {
        try given.compactMap { given in
            let again = try answer(given.question, from: store, at: now)
            return again == given.answer ? nil : "\(given.question.text) was \(given.answer), is \(again)"
        }
    }
}
