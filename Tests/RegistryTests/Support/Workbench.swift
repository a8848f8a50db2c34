import Crypto
import Registry
import Regulation
import Testing

/// The desk with a store in memory: records go in as insurers send them, questions are answered as everybody's are.
final class Workbench {
    let store = MemoryStore()
    let hasher = KeyedHasher(key: SymmetricKey(data: [UInt8](repeating: 7, count: 32)))
    let preparer: SubmissionPreparer
    /// When the next record is committed and the next question asked.
    var now: Instant

    init(now: String = "2026-11-20 12:00") {
        preparer = SubmissionPreparer(hasher: hasher, personKeys: FixedPersonKeys(), random: FixedRandom())
        self.now = moment(now)
        for code in ["PICC", "CPIC", "PAIC"] { try? store.enrol(insurer(code), name: "\(code) 保险") }
    }

    /// A record as prepared for the desk.
    func prepared(_ values: [Field: String], from code: String = "PICC") throws -> PreparedSubmission {
        var fields = FieldValues()
        for field in values.keys.sorted() { fields[field] = values[field] }
        let record = Record(values: fields, line: 1, byteRange: 0..<1)
        let holder = insurer(code)
        return try preparer.prepare(
            SubmissionReader(insurer: holder).read(record), record: record, insurer: holder, row: Array("row".utf8))
    }

    @discardableResult
    func send(_ values: [Field: String], from code: String = "PICC", at text: String? = nil) throws -> SubmissionResult
    {
        if let text { now = moment(text) }
        store.committedAt = now
        return try IntakeDesk(hasher: hasher).take(try prepared(values, from: code), insurer: insurer(code), in: store)
    }

    /// Sends a record that must be accepted; its entry id.
    @discardableResult
    func accept(
        _ values: [Field: String], from code: String = "PICC", at text: String? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> String {
        let result = try send(values, from: code, at: text)
        guard case .accepted(let acceptance) = result else {
            Issue.record("not accepted: \(result.faultCodes)", sourceLocation: sourceLocation)
            return ""
        }
        return acceptance.entry.text
    }

    /// Sends a record that must be kept out, and says why.
    @discardableResult
    func refuse(_ values: [Field: String], from code: String = "PICC", at text: String? = nil) throws -> [String] {
        try send(values, from: code, at: text).faultCodes
    }

    func answer(_ question: CoverageQuestion) throws -> CoverageAnswer {
        try CoverageDesk(hasher: hasher).answer(question, from: store, feed: store.feed, at: now).answer
    }

    func ask(
        _ plateText: String, _ suffix: String, category: String? = nil, on: String? = nil, knownAt: String? = nil
    ) throws -> CoverageAnswer {
        try answer(
            CoverageQuestion(
                subject: .plate(plate(plateText), category.flatMap { PlateCategory(code: $0) }),
                proof: .vinSuffix(suffix),
                on: on.map { moment($0) }, knownAt: knownAt.map { moment($0) }))
    }

    func askOfficially(_ plateText: String, on: String? = nil) throws -> CoverageAnswer {
        try answer(
            CoverageQuestion(subject: .plate(plate(plateText), nil), proof: .official, on: on.map { moment($0) }))
    }
}

extension SubmissionResult {
    /// Empty for a record that was taken in.
    var faultCodes: [String] {
        guard case .quarantined(let faults, _) = self else { return [] }
        return faults.map(\.finding.code)
    }

    var flags: [Flag] {
        switch self {
        case .accepted(let acceptance), .repeated(let acceptance): acceptance.flags
        case .quarantined: []
        }
    }

    var isRepeated: Bool { if case .repeated = self { true } else { false } }

    var acceptance: Acceptance? {
        switch self {
        case .accepted(let acceptance), .repeated(let acceptance): acceptance
        case .quarantined: nil
        }
    }
}

func period(_ start: String, _ end: String) -> Period? { Period(start: moment(start), end: moment(end)) }

/// A policy as insurers report it; VINs here end in the suffix that is asked with.
func policyRecord(
    _ number: String, plate: String? = "京A12345", vin: String? = "LSVAM4187C2123456", from start: String,
    to end: String,
    _ more: [Field: String] = [:]
) -> [Field: String] {
    var values: [Field: String] = [.policyNumber: number, .start: start, .end: end]
    values[.plate] = plate
    values[.vin] = vin
    return values.merging(more) { $1 }
}
