import GRDB
import Registry

/// The checks of the scrub on one state of the database: from an entry to the rows it makes, and from rows back to
/// their entries.
struct ScrubRows {
    let rows: StoredRows
    let keys: Database
    let check: FileCheck

    private var database: Database { rows.database }
    private var checks: RowCheck { check.sealer.checks }

    /// The row that says a record was taken in. Those without a number are looked at from their rows.
    func checkReport(_ trace: EntryTrace) throws {
        guard trace.kind == .received, let sequence = trace.sequence else { return }
        let select = try rows.statement(
            "SELECT position, digest, row_check FROM reports WHERE insurer = ? AND sequence = ?")
        select.bind(1, trace.insurer.text)
        select.bind(2, sequence)
        var isThere = false
        try select.rows { row in
            let mark = ReportMark(index: trace.index, digest: LookupKey(row.int(1)))
            guard row.int(0) == trace.index, row.int(2) == checks.report(mark) else {
                throw Divergence.reportDiffers(trace.index)
            }
            isThere = true
        }
        guard isThere else { throw Divergence.reportMissing(trace.index) }
    }

    func checkReportCounts(_ received: (numbered: Int64, unnumbered: Int64)) throws {
        for (table, count) in [("reports", received.numbered), ("report_digests", received.unnumbered)] {
            let stored = try Int64.fetchOne(database, sql: "SELECT COUNT(*) FROM \(table)")
            guard stored == count else { throw Divergence.rowDiffers(table: table) }
        }
    }

    /// The file an entry lies in, once for all its entries: at the last of them.
    func checkFile(of file: FileID, endingWith index: Int64) throws {
        let merges = try rows.merges(around: file)
        let current = merges.current(file)
        let around = current == file ? merges : try rows.merges(around: current)
        let stored = try rows.file(current, merges: around)
        guard stored.entries.contains(where: { $0.position == index }) else {
            throw Divergence.entryOutsideFile(index)
        }
        guard stored.entries.last?.position == index else { return }
        for key in try check.check(stored, isShared: rows.isShared).keys where key.isCertain {
            let found = try files(at: key.key)
            guard found.contains(key.file) || found.contains(where: { around.current($0) == current }) else {
                throw Divergence.keyMissing(file: key.file.number)
            }
        }
    }

    private func files(at key: LookupKey) throws -> [FileID] {
        var found: [FileID] = []
        let select = try rows.statement("SELECT file FROM lookups WHERE lookup = ?")
        select.bind(1, key.value)
        try select.rows { found.append(FileID($0.int(0))) }
        return found
    }

    /// A row's key: numbers, and a text where it has one.
    struct Place {
        let numbers: [Int64]
        var text = ""
    }

    /// Looks at the rows after a place; where they were.
    func page(_ phase: ScrubPhase, after numbers: [Int64], _ text: String, _ findings: Findings) throws -> [Place] {
        switch phase {
        case .files: try page("SELECT file, shard, fold FROM files", "file", numbers, findings, checkFold)
        case .keys:
            try page("SELECT lookup, shard, file FROM lookups", "lookup, shard, file", numbers, findings, checkKey)
        case .reports: try reports(after: numbers, text, findings)
        case .digests: try digests(after: numbers, text, findings)
        case .requests:
            try page(
                "SELECT request, digest, committed_at, response FROM idempotency", "request", numbers, findings
            ) { try RowComparison.checkRequest($0, check.sealer) }
        case .personKeys:
            try page(
                "SELECT number, person, wrapped FROM person_keys", "number", numbers, findings, in: keys
            ) { try RowComparison.checkPersonKey($0, check, rows) }
        case .entries, .credentials: []
        }
    }

    /// Rows of a table whose key is numbers and stands first.
    private func page(
        _ select: String, _ key: String, _ numbers: [Int64], _ findings: Findings, in database: Database? = nil,
        _ body: (borrowing SQLiteStatement.Row) throws -> Void
    ) throws -> [Place] {
        let count = key.split(separator: ",").count
        let marks = [String](repeating: "?", count: count).joined(separator: ", ")
        let condition = numbers.isEmpty ? "" : "WHERE (\(key)) > (\(marks))"
        let statement = try SQLiteStatement(
            database ?? self.database, "\(select) \(condition) ORDER BY \(key) LIMIT \(ScrubRound.rowsAStep)",
            checksTypes: true)
        for (position, number) in numbers.enumerated() { statement.bind(Int32(position + 1), number) }
        var places: [Place] = []
        try statement.rows { row in
            places.append(Place(numbers: (0..<count).map { row.int(Int32($0)) }))
            try findings.collect { try body(row) }
        }
        return places
    }

    /// A fold that entries lie in, or that leads to another.
    private func checkFold(_ row: borrowing SQLiteStatement.Row) throws {
        let id = FileID(row.int(0))
        guard row.int(1) == 0 else { throw Divergence.foldUnfounded(id.number) }
        let merges = try rows.merges(around: id)
        let stored = try rows.file(id, sealed: row.bytes(2), merges: merges, withKeys: false)
        if stored.fold.mergedInto != nil {
            _ = try check.check(stored, isShared: rows.isShared)
        } else {
            guard let file = stored.entries.first?.file, merges.current(file) == id else {
                throw Divergence.foldUnfounded(id.number)
            }
        }
    }

    /// A key that an entry of its file makes.
    private func checkKey(_ row: borrowing SQLiteStatement.Row) throws {
        let (key, file) = (LookupKey(row.int(0)), FileID(row.int(2)))
        guard row.int(1) == 0, try rows.sealedFold(file) != nil else {
            throw Divergence.keyUnfounded(file: file.number)
        }
        let current = try rows.merges(around: file).current(file)
        let stored = try rows.file(current, merges: try rows.merges(around: current), withKeys: false)
        let made = try check.keys(of: stored, isShared: rows.isShared)
        guard made.contains(where: { $0.key == key && $0.file == file }) else {
            throw Divergence.keyUnfounded(file: file.number)
        }
    }

    private func reports(after numbers: [Int64], _ text: String, _ findings: Findings) throws -> [Place] {
        let statement = try SQLiteStatement(
            database,
            """
            SELECT insurer, sequence, position, digest, row_check FROM reports
            WHERE (insurer, sequence) > (?, ?) ORDER BY insurer, sequence LIMIT \(ScrubRound.rowsAStep)
            """, checksTypes: true)
        statement.bind(1, text)
        statement.bind(2, numbers.first ?? .min)
        var places: [Place] = []
        try statement.rows { row in
            places.append(Place(numbers: [row.int(1)], text: row.text(0)))
            try findings.collect {
                let mark = ReportMark(index: row.int(2), digest: LookupKey(row.int(3)))
                let trace = try trace(row.int(2))
                guard row.int(4) == checks.report(mark), trace?.kind == .received, trace?.sequence == row.int(1),
                    trace?.insurer.text == row.text(0)
                else { throw Divergence.reportDiffers(row.int(2)) }
            }
        }
        return places
    }

    private func digests(after numbers: [Int64], _ text: String, _ findings: Findings) throws -> [Place] {
        let statement = try SQLiteStatement(
            database,
            """
            SELECT digest, insurer, position, row_check FROM report_digests
            WHERE (digest, insurer) > (?, ?) ORDER BY digest, insurer LIMIT \(ScrubRound.rowsAStep)
            """, checksTypes: true)
        statement.bind(1, numbers.first ?? .min)
        statement.bind(2, text)
        var places: [Place] = []
        try statement.rows { row in
            places.append(Place(numbers: [row.int(0)], text: row.text(1)))
            try findings.collect {
                let trace = try trace(row.int(2))
                guard row.int(3) == checks.reportDigest(LookupKey(row.int(0)), index: row.int(2)),
                    trace?.kind == .received, trace?.sequence == nil, trace?.insurer.text == row.text(1)
                else { throw Divergence.reportDiffers(row.int(2)) }
            }
        }
        return places
    }

    /// Each key noted as given up is, and an entry says so.
    func checkErasures(_ findings: Findings) throws {
        let erasures = ErasureRows(rows: rows, check: check)
        for row in try ErasureRows.stored(database) {
            let key = row.key
            try findings.collect {
                guard row.isRight(checks) else { throw Divergence.rowDiffers(table: "erasures") }
                if let entry = row.entry {
                    guard let told = try trace(entry), try erasures.keys(of: told).contains(key) else {
                        throw Divergence.rowDiffers(table: "erasures")
                    }
                }
                guard try rows.key(key)?.wrapped.isEmpty == true else { throw Divergence.personKeyDiffers(key) }
            }
        }
    }

    private func trace(_ index: Int64) throws -> EntryTrace? {
        try rows.entry(index).flatMap { EntryTrace(try check.entry($0)) }
    }
}
