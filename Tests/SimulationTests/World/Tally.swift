import Registry

/// What has happened in a run, over all its worlds.
struct Tally: Sendable {
    var faults: [Fault: Int] = [:]
    /// Records taken in, by event, and those kept aside.
    var events: [Event: Int] = [:]
    var calls = 0
    var commits = 0
    var restarts = 0
    var questions = 0
    var audits = 0

    mutating func add(_ other: Tally) {
        faults.merge(other.faults, uniquingKeysWith: +)
        events.merge(other.events, uniquingKeysWith: +)
        calls += other.calls
        commits += other.commits
        restarts += other.restarts
        questions += other.questions
        audits += other.audits
    }

    mutating func count(_ fault: Fault) { faults[fault, default: 0] += 1 }

    mutating func count(_ results: [SubmissionResult], of records: [SentRecord]) {
        for (record, result) in zip(records, results) {
            switch result {
            case .accepted: events[Event(rawValue: record.values[.event] ?? "policy") ?? .policy, default: 0] += 1
            case .quarantined: events[.quarantine, default: 0] += 1
            case .repeated: break
            }
        }
    }
}

extension Tally {
    /// On one line, for the log of a run.
    var text: String {
        let happened = Fault.allCases.map { "\($0) \(faults[$0] ?? 0)" }.joined(separator: ", ")
        let taken = Event.allCases.map { "\($0) \(events[$0] ?? 0)" }.joined(separator: ", ")
        return "\(calls) calls, \(commits) commits, \(restarts) restarts, \(questions) questions, \(audits) audits; "
            + "\(happened); \(taken)"
    }
}
