import Registry
import RegistryModel
import Regulation

/// What the auditor knows to be committed: every record that came, judged by the naive model, and what was said to it.
/// A value, so that what a group of jobs would make true is forgotten with the group.
struct Truth {
    /// A record that was taken in, and what its sender was told.
    struct Taken {
        let identity: String
        let acceptance: SubmissionResult.Acceptance
    }

    /// What counts for one insurer.
    struct Insurer: Equatable {
        var accepted: Int64 = 0
        var numbers: Set<Int64> = []
        var watermark: Instant?
        /// Of records that nothing will ever settle.
        var openOddities: Int64 = 0
    }

    private(set) var model = NaiveRegistry()
    /// By place in the sequence.
    private(set) var taken: [String: Taken] = [:]
    /// Places in the log of the notes of records kept aside, by the record.
    private(set) var notes: [String: Int64] = [:]
    private(set) var insurers: [String: Insurer] = [:]
    /// What a request was answered under its idempotency key.
    struct Answered {
        let body: [UInt8]
        let reply: [UInt8]
    }

    /// By insurer and key.
    private(set) var requests: [String: Answered] = [:]
    private(set) var commitTimes: [Instant] = []

    mutating func remember(_ reply: Reply, to delivery: Delivery) {
        guard let request = delivery.request else { return }
        requests[request] = Answered(body: delivery.body, reply: reply.bytes)
    }

    mutating func state(_ watermark: Instant, by insurer: String, at moment: Instant) {
        let known = insurers[insurer]?.watermark ?? .distantPast
        insurers[insurer, default: Insurer()].watermark = max(known, min(watermark, moment))
    }

    mutating func commit(at moment: Instant) { commitTimes.append(moment) }

    /// Judges what became of a record; says what is wrong with it, and keeps what it changes.
    mutating func judge(_ record: SentRecord, became result: SubmissionResult, at moment: Instant) -> String? {
        switch record.kind {
        case .unreadable: return expectNote(of: record, in: result, codes: nil, isOddity: true)
        case .told, .reusedNumber:
            guard let place = record.place, let earlier = taken[place] else { return judgeNew(record, result, moment) }
            guard earlier.identity == record.identity else {
                return expectNote(of: record, in: result, codes: ["sequenceReused"], isOddity: true)
            }
            return result == .repeated(earlier.acceptance) ? nil : "sent again, became \(result.word)"
        }
    }

    private mutating func judgeNew(_ record: SentRecord, _ result: SubmissionResult, _ moment: Instant) -> String? {
        var next = model
        let isTaken = next.take(record.plainValues, from: record.insurer, at: moment)
        guard isTaken else {
            if notes[record.identity] == nil { model = next }
            return expectNote(of: record, in: result, codes: nil, isOddity: false)
        }
        model = next
        guard case .accepted(let acceptance) = result else { return "should be taken in, became \(result.word)" }
        guard acceptance.committedAt == moment else { return "committed at \(acceptance.committedAt.text)" }
        if let place = record.place { taken[place] = Taken(identity: record.identity, acceptance: acceptance) }
        insurers[record.insurer, default: Insurer()].accepted += 1
        count(record)
        return nil
    }

    private mutating func expectNote(
        of record: SentRecord, in result: SubmissionResult, codes: [String]?, isOddity: Bool
    ) -> String? {
        guard case .quarantined(let faults, let note) = result else {
            return "should be kept aside, became \(result.word)"
        }
        let index = note.index
        if let known = notes[record.identity] { return known == index ? nil : "noted at \(index) and \(known)" }
        if let codes, faults.map(\.finding.code) != codes { return "kept aside for \(faults.map(\.finding.code))" }
        notes[record.identity] = index
        if isOddity { insurers[record.insurer, default: Insurer()].openOddities += 1 }
        count(record)
        return nil
    }

    private mutating func count(_ record: SentRecord) {
        guard let number = record.values[.sequence].flatMap({ Int64($0) }) else { return }
        insurers[record.insurer, default: Insurer()].numbers.insert(number)
    }

    /// Records of an insurer that wait to be put right.
    func openQuarantine(of insurer: String) -> Int64 {
        Int64(model.openQuarantine(model.facts).count { $0.insurer == insurer })
            + (insurers[insurer]?.openOddities ?? 0)
    }

    /// `nil` where the contract leaves the answer open.
    func answer(_ question: Question, present: Instant) -> NaiveAnswer? {
        model.answer(
            plate: question.plate, category: question.category, suffix: question.suffix, on: question.on,
            knownAt: min(question.knownAt ?? present, present))
    }
}

extension SubmissionResult {
    /// For the story of a failing seed.
    var word: String {
        switch self {
        case .accepted(let acceptance): "accepted \(acceptance.entry.text)"
        case .repeated(let acceptance): "repeated \(acceptance.entry.text)"
        case .quarantined(let faults, let note): "quarantined \(note.text) \(faults.map(\.finding.code))"
        }
    }
}
