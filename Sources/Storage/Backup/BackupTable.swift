/// The tables a backup holds, with their columns in the order in which they are written. Folds and look-ups are not
/// among them: they follow from the entries.
///
/// Raw values stand in backups and are never reused.
enum BackupTable: UInt8, CaseIterable {
    case entries = 1
    case reports, reportDigests, quarantine, quarantinePositions, merges, insurers, credentials, idempotency, erasures
    case audit = 20
    case personKeys = 30

    var name: String {
        switch self {
        case .reportDigests: "report_digests"
        case .quarantinePositions: "quarantine_positions"
        case .personKeys: "person_keys"
        default: "\(self)"
        }
    }

    var columns: [String] {
        switch self {
        case .entries: ["shard", "position", "file", "committed_at", "leaf", "content", "personal"]
        case .reports: ["insurer", "sequence", "position", "digest", "row_check"]
        case .reportDigests: ["digest", "insurer", "position", "row_check"]
        case .quarantine: ["insurer", "digest", "position", "key_number", "record", "settled", "row_check"]
        case .quarantinePositions: ["position", "insurer", "digest"]
        case .merges: ["shard", "absorbed", "file", "merged_at"]
        case .insurers:
            [
                "insurer", "name", "reported_through", "last_accepted_at", "accepted", "open_quarantine", "sequences",
                "row_check",
            ]
        case .credentials: ["key_hash", "role", "holder", "name", "created_at", "revoked_at", "row_check"]
        case .idempotency: ["request", "digest", "committed_at", "response"]
        case .erasures: ["key_number", "erased_by", "was", "row_check"]
        case .audit: ["at", "role", "holder", "subject", "form", "outcome", "file", "purpose"]
        case .personKeys: ["number", "person", "wrapped"]
        }
    }

    var select: String { "SELECT \(columns.joined(separator: ", ")) FROM \(name)" }

    var insert: String {
        let marks = columns.map { _ in "?" }.joined(separator: ", ")
        return "INSERT INTO \(name) (\(columns.joined(separator: ", "))) VALUES (\(marks))"
    }

    /// Those of the registry's own database that are written whole with every backup; entries are written in stretches.
    static let whole: [BackupTable] = [
        .reports, .reportDigests, .quarantine, .quarantinePositions, .merges, .insurers, .credentials, .idempotency,
        .erasures,
    ]
}
