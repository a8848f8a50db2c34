import Regulation

/// The reports that stand among a file's entries once corrections and retractions among them are carried out.
///
/// A correction takes the place of the report it replaces; a retraction takes a report away, or, when it names a
/// correction, only that correction.
struct EffectiveReports {
    struct Report {
        let index: Int64
        let committedAt: Instant
        let submission: Submission
    }

    private struct Line {
        let root: Int64
        /// The report and its corrections, oldest first.
        var versions: [Report]
    }

    private var lines: [Line] = []
    /// From every entry to the line it is a version of.
    private var lineOf: [Int64: Int] = [:]

    init(_ entries: [Entry]) {
        for entry in entries { add(entry) }
    }

    var reports: [Report] {
        lines.compactMap { line in
            line.versions.last.map { Report(index: line.root, committedAt: $0.committedAt, submission: $0.submission) }
        }
    }

    /// The report that stands where this entry stood; `nil` when it was withdrawn.
    func standing(for index: Int64) -> Submission? {
        lineOf[index].flatMap { lines[$0].versions.last?.submission }
    }

    private mutating func add(_ entry: Entry) {
        guard let submission = Submission(entry: entry.content) else { return }
        let report = Report(index: entry.index, committedAt: entry.committedAt, submission: submission)
        let target = entry.content[.target].flatMap { EntryID($0) }
        switch entry.content.event {
        case .retraction:
            guard let target, let position = lineOf[target.index] else { return }
            if target.index == lines[position].root {
                lines[position].versions.removeAll()
            } else {
                lines[position].versions.removeAll { $0.index == target.index }
            }
        case .correction:
            if let target, let position = lineOf[target.index] {
                // A report that was withdrawn altogether stays withdrawn.
                if !lines[position].versions.isEmpty { lines[position].versions.append(report) }
                lineOf[entry.index] = position
            } else {
                // What it corrects stood in another file, and was taken away there.
                start(report)
            }
        default: start(report)
        }
    }

    private mutating func start(_ report: Report) {
        lineOf[report.index] = lines.count
        lines.append(Line(root: report.index, versions: [report]))
    }
}
