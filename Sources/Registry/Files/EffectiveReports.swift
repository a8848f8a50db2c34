import Regulation

/// The reports that stand among a file's entries once corrections and retractions among them are carried out.
///
/// A correction changes what it names of the report it is about. A retraction makes the entry it names as if it had
/// never been: a report with all its corrections, one correction alone, or an earlier retraction.
struct EffectiveReports {
    struct Report {
        /// Of the report itself, whatever corrected it later.
        let index: Int64
        let committedAt: Instant
        /// When it first came; earlier than its entry where it was entered anew in another file.
        let reportedAt: Instant
        /// What a quarantined record was sent as.
        let sentAs: Event?
        /// Policy numbers it bore before they were corrected.
        var formerNumbers: [String] = []
        let submission: Submission
    }

    private struct Line {
        let root: Entry
        /// Right values by the entry that brought them, in log order; without those withdrawn.
        var corrections: [(index: Int64, values: FieldValues)] = []
    }

    private var lines: [Line] = []
    /// From every report and correction to the line it belongs to.
    private var lineOf: [Int64: Int] = [:]
    private let voided: Set<Int64>
    /// Where a correction across files took a report, by the report's index.
    private var moves: [Int64: Int64] = [:]

    /// Entries in log order.
    init(_ entries: [Entry]) {
        voided = Self.voided(entries)
        for entry in entries { add(entry) }
    }

    /// A retraction comes after what it names, so seen from the end each one is known to stand or not when it is met.
    private static func voided(_ entries: [Entry]) -> Set<Int64> {
        var voided: Set<Int64> = []
        for entry in entries.reversed() where entry.content.event == .retraction && !voided.contains(entry.index) {
            if let target = entry.content.targetID { voided.insert(target.index) }
        }
        return voided
    }

    private mutating func add(_ entry: Entry) {
        let content = entry.content
        switch content.event {
        // Says nothing of the vehicle: what it erased was never part of the fold.
        case .erasure: break
        case .retraction:
            guard !voided.contains(entry.index), let target = content.targetID, let moved = content.movedToID else {
                return
            }
            moves[target.index] = moved.index
        case .correction where content[.correctionID] == nil:
            guard let target = content.targetID, let position = lineOf[target.index] else { return }
            lineOf[entry.index] = position
            if !voided.contains(entry.index) { lines[position].corrections.append((entry.index, content.values)) }
        default:
            // A correction across files stands alone: what it corrects was taken away from the other file.
            lineOf[entry.index] = lines.count
            lines.append(Line(root: entry))
        }
    }
}

extension EffectiveReports {
    /// In log order of the reports themselves.
    var reports: [Report] { reports(without: nil) }

    /// As if this report had never been made.
    func reports(without root: Int64?) -> [Report] {
        lines.compactMap { line in
            guard line.root.index != root, let submission = standing(line) else { return nil }
            return Report(
                index: line.root.index, committedAt: line.root.committedAt, reportedAt: line.root.reportedAt,
                sentAs: line.root.content[.sentEvent].flatMap { Event(rawValue: $0) },
                formerNumbers: formerNumbers(line, now: submission.policyNumber), submission: submission)
        }
    }

    private func formerNumbers(_ line: Line, now: String) -> [String] {
        let brought = line.root.content.formerNumbers
        guard !line.corrections.isEmpty || !brought.isEmpty else { return [] }
        let all = ([line.root.content.values] + line.corrections.map(\.values)).compactMap { $0[.policyNumber] }
        return Set((brought + all).filter { $0 != now }).sorted()
    }

    /// Events of a report's contract that no other report of a policy speaks of: what happened to it goes where it
    /// goes.
    func followers(of root: Int64) -> [Report] {
        guard let report = reports.first(where: { $0.index == root }), report.submission.event == .policy else {
            return []
        }
        let numbers = [report.submission.policyNumber] + report.formerNumbers
        let same = reports(without: root).filter {
            $0.submission.insurer == report.submission.insurer && numbers.contains($0.submission.policyNumber)
        }
        guard !same.contains(where: { $0.submission.event == .policy }) else { return [] }
        return same.filter { $0.submission.event != .quarantine }
    }

    /// The report that this entry is, or is a correction of.
    func root(of index: Int64) -> Int64? { lineOf[index].map { lines[$0].root.index } }

    /// The report as it stands, all corrections made; `nil` when it was withdrawn.
    func standing(_ root: Int64) -> Submission? { lineOf[root].flatMap { standing(lines[$0]) } }

    /// Where the report was taken by a correction that stands.
    func destination(of root: Int64) -> Int64? { moves[root] }

    func isVoid(_ index: Int64) -> Bool { voided.contains(index) }

    func hasCorrections(_ root: Int64) -> Bool { lineOf[root].map { !lines[$0].corrections.isEmpty } ?? false }

    private func standing(_ line: Line) -> Submission? {
        guard !voided.contains(line.root.index), let base = Submission(entry: line.root.content) else { return nil }
        guard !line.corrections.isEmpty else { return base }
        let values = line.corrections.reduce(base.values) { $0.corrected(by: $1.values) }
        return Submission(canonical: values)
    }
}

extension FieldValues {
    /// Right values over those that stand; what the correction does not name stays, and so does what the report is.
    func corrected(by right: FieldValues) -> FieldValues {
        var values = self
        for element in right.elements {
            switch element.field {
            case .event, .insurer, .sequence, .corrects: break
            default: values[element.field] = element.text
            }
        }
        return values
    }
}

extension Entry {
    /// When its report first came.
    var reportedAt: Instant { content[.reportedAt].flatMap { Instant.read($0)?.instant } ?? committedAt }
}

extension EntryContent {
    /// The entry this one is about.
    var targetID: EntryID? { self[.target].flatMap { EntryID($0) } }
    /// Policy numbers that its report bore in other files.
    var formerNumbers: [String] {
        get { (self[.formerNumbers] ?? "").split(separator: "\n").map(String.init) }
        set { self[.formerNumbers] = newValue.isEmpty ? nil : newValue.joined(separator: "\n") }
    }
    /// The entry that stands for the one withdrawn.
    var movedToID: EntryID? { self[.movedTo].flatMap { EntryID($0) } }
}
