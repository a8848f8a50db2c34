import Registry
import RegistryModel
import Regulation

/// One call of a clerk: a record, a small file of them, or how far the insurer has reported.
struct Delivery: Sendable {
    let insurer: String
    let records: [SentRecord]
    var watermark: Instant?
    /// The `Idempotency-Key`, where one is shown.
    var key: String?

    /// What an idempotency key is known by: each insurer has its own.
    var request: String? { key.map { "\(insurer)/\($0)" } }

    /// Tells another request under the same key.
    var body: [UInt8] {
        Array((records.map(\.identity).joined(separator: "\n") + (watermark?.text ?? "")).utf8)
    }
}

extension Delivery {
    /// The records made ready as the server does: one by JSON, several as a file.
    func prepared(by preparer: SubmissionPreparer) throws -> [PreparedSubmission] {
        let code = RegistryModel.insurer(insurer)
        guard records.count == 1, let record = records.first else { return try preparedFile(by: preparer, code) }
        let reading = SubmissionReader.read(json: Self.json(record.values))
        return [
            try preparer.prepare(
                SubmissionReader(insurer: code).read(reading), record: reading.record, insurer: code,
                row: Self.json(record.values))
        ]
    }

    private func preparedFile(by preparer: SubmissionPreparer, _ code: InsurerCode) throws -> [PreparedSubmission] {
        guard !records.isEmpty else { return [] }
        var session = UploadSession(insurer: code, preparer: preparer, encoding: nil)
        let parts = [try session.feed(csv), try session.finish()]
        return try parts.flatMap { try $0.prepare(0..<$0.count) }
    }

    private static func json(_ values: [Field: String]) -> [UInt8] {
        let members = values.sorted { $0.key < $1.key }.map { #""\#($0.key.names.english)":"\#($0.value)""# }
        return Array("{\(members.joined(separator: ","))}".utf8)
    }

    private var csv: [UInt8] {
        let columns = Set(records.flatMap(\.values.keys) + [.policyNumber]).sorted()
        let rows = records.map { record in columns.map { record.values[$0] ?? "" }.joined(separator: ",") }
        let header = columns.map(\.names.chinese).joined(separator: ",")
        return Array(([header] + rows).map { $0 + "\r\n" }.joined().utf8)
    }
}
