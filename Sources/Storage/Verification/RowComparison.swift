import GRDB
import Registry

/// Compares what the entries make with the tables that are kept beside them: look-ups, reports, quarantine, insurers;
/// and checks what no entry tells by its keyed sum or its seal.
struct RowComparison {
    let rows: StoredRows
    let keys: Database
    let check: FileCheck
    let merges: MergeTable

    private var database: Database { rows.database }
    private var checks: RowCheck { check.sealer.checks }

    func run(
        _ gathered: inout RegistryVerification.Gathered, _ findings: Findings, _ summary: inout VerificationSummary
    ) throws {
        gathered.keys.sort()
        gathered.traces.sort { $0.index < $1.index }
        summary.keys = try compareKeys(gathered.keys, findings)
        gathered.keys = []
        var feed = FeedReplay()
        for trace in gathered.traces { feed.add(trace) }
        let received = gathered.traces.filter { $0.kind == .received }
        let erasures = gathered.traces.filter { $0.kind == .erasure }
        gathered.traces = []
        summary.reports = Int64(received.count)
        summary.quarantined = Int64(feed.notes.count)
        try compareReports(received, findings)
        try compareDigests(received, findings)
        try QuarantineComparison(rows: rows, check: check).run(feed, findings)
        try Self.compareInsurers(database, feed, checks, findings)
        try findings.collect { try Self.checkCredentials(database, checks) }
        try findings.collect { try checkIdempotency() }
        try findings.collect {
            try ErasureRows(rows: rows, check: check).compare(erasures, keys: keys, findings)
        }
        summary.personKeys = try findings.collect { try checkPersonKeys() } ?? 0
    }

    private func compareKeys(_ derived: [EnteredKey], _ findings: Findings) throws -> Int64 {
        var comparison = KeyComparison(derived: derived) { merges.current($0) }
        var count: Int64 = 0
        func differing(_ difference: KeyComparison.Difference) {
            switch difference {
            case .unfounded(_, let file): findings.add(Divergence.keyUnfounded(file: file.number))
            case .missing(_, let file): findings.add(Divergence.keyMissing(file: file.number))
            }
        }
        let select = try SQLiteStatement(
            database, "SELECT lookup, shard, file FROM lookups ORDER BY lookup, shard, file", checksTypes: true)
        try findings.collect {
            try select.rows { row in
                count += 1
                guard row.int(1) == 0 else { throw Divergence.keyUnfounded(file: row.int(2)) }
                comparison.take(LookupKey(row.int(0)), FileID(row.int(2)), differing: differing)
            }
            comparison.finish(differing: differing)
        }
        return count
    }

    /// Walks reports and rows together, both by position.
    private func walk(
        _ traces: some Sequence<EntryTrace>, _ sql: String, _ findings: Findings,
        agrees: (EntryTrace, borrowing SQLiteStatement.Row) -> Bool
    ) throws {
        var waiting = traces.makeIterator()
        var next = waiting.next()
        try findings.collect {
            try SQLiteStatement(database, sql, checksTypes: true).rows { row in
                let position = row.int(0)
                while let trace = next, trace.index < position {
                    findings.add(Divergence.reportMissing(trace.index))
                    next = waiting.next()
                }
                guard let trace = next, trace.index == position, agrees(trace, row) else {
                    findings.add(Divergence.reportDiffers(position))
                    return
                }
                next = waiting.next()
            }
        }
        if let trace = next { findings.add(Divergence.reportMissing(trace.index)) }
    }

    private func compareReports(_ received: [EntryTrace], _ findings: Findings) throws {
        try walk(
            received.lazy.filter { $0.sequence != nil },
            "SELECT position, insurer, sequence, digest, row_check FROM reports ORDER BY position", findings
        ) { trace, row in
            row.text(1) == trace.insurer.text && row.int(2) == trace.sequence
                && row.int(4) == checks.report(ReportMark(index: trace.index, digest: LookupKey(row.int(3))))
        }
    }

    private func compareDigests(_ received: [EntryTrace], _ findings: Findings) throws {
        try walk(
            received.lazy.filter { $0.sequence == nil },
            "SELECT position, insurer, digest, row_check FROM report_digests ORDER BY position", findings
        ) { trace, row in
            row.text(1) == trace.insurer.text
                && row.int(3) == checks.reportDigest(LookupKey(row.int(2)), index: trace.index)
        }
    }

    static func compareInsurers(
        _ database: Database, _ feed: FeedReplay, _ checks: RowCheck, _ findings: Findings
    ) throws {
        var seen: Set<InsurerCode> = []
        try FeedTable.forEachRow(database) { row in
            let stored = row.insurer
            guard let code = InsurerCode(row.code), row.isReadable,
                row.rowCheck == checks.insurer(row.code, stored)
            else {
                findings.add(Divergence.insurerDiffers(row.code))
                return
            }
            seen.insert(code)
            let made = feed.insurers[code] ?? FeedStatus.Insurer(name: "")
            if stored.accepted != made.accepted || stored.openQuarantine != made.openQuarantine
                || stored.lastAcceptedAt != made.lastAcceptedAt || stored.sequences != made.sequences
            {
                findings.add(Divergence.insurerDiffers(code.text))
            }
        }
        for code in feed.insurers.keys where !seen.contains(code) {
            findings.add(Divergence.insurerDiffers(code.text))
        }
    }

    static func checkCredentials(_ database: Database, _ checks: RowCheck) throws {
        let select = try SQLiteStatement(
            database, "SELECT \(CredentialTable.columns) FROM credentials", checksTypes: true)
        try select.rows { row in
            guard let credential = CredentialTable.credential(row),
                CredentialTable.rowCheck(row)
                    == checks.credential(credential, revokedAt: CredentialTable.revokedAt(row))
            else { throw Divergence.rowDiffers(table: "credentials") }
        }
    }

    private func checkIdempotency() throws {
        let select = try SQLiteStatement(
            database, "SELECT request, digest, committed_at, response FROM idempotency", checksTypes: true)
        try select.rows { try Self.checkRequest($0, check.sealer) }
    }

    /// A row of `idempotency`: its answer is sealed together with the rest.
    static func checkRequest(_ row: borrowing SQLiteStatement.Row, _ sealer: RowSealer) throws {
        let columns = [row.int(1), row.int(2)]
        guard (try? sealer.open(row.bytes(3), .idempotency, row: row.int(0), columns: columns)) != nil else {
            throw Divergence.rowDiffers(table: "idempotency")
        }
    }

    private func checkPersonKeys() throws -> Int64 {
        var count: Int64 = 0
        let select = try SQLiteStatement(
            keys, "SELECT number, person, wrapped FROM person_keys ORDER BY number", checksTypes: true)
        try select.rows { row in
            count += 1
            try Self.checkPersonKey(row, check, rows)
        }
        return count
    }

    /// A row of `person_keys`: the key is wrapped for this number and this person, or is noted as given up.
    static func checkPersonKey(
        _ row: borrowing SQLiteStatement.Row, _ check: FileCheck, _ rows: StoredRows
    ) throws {
        let number = row.int(0)
        let stored = StoredKey(person: LookupKey(row.int(1)), wrapped: row.bytes(2), isAwaitingEntry: false)
        switch check.key(number, among: [number: stored]) {
        case .there: break
        case .erased where try ErasureRows.isNoted(number, rows.database): break
        case .erased, .missing: throw Divergence.personKeyDiffers(number)
        }
    }
}
