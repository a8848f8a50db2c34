import Regulation

/// The entries that make one contract what it is, among all that its vehicle's files hold: the report of the policy,
/// what happened to it, and the corrections and retractions of any of these.
struct PolicyEntries {
    /// By rising index.
    let all: [Entry]
    /// The report that stands; of several the last, for a number should not be used twice. When none stands any more,
    /// the last that did.
    let report: Entry

    /// `nil` when the insurer reported no policy under this number. `entries` may be those of several files.
    init?(of number: String, insurer: InsurerCode, among entries: [Entry]) {
        let entries = entries.filter { $0.content.values[.insurer] == insurer.text }.sorted { $0.index < $1.index }
        let effective = EffectiveReports(entries)
        var numbers: [Int64: Set<String>] = [:]
        for entry in entries {
            guard let root = effective.root(of: entry.index) else { continue }
            numbers[root, default: []].formUnion(entry.content.formerNumbers)
            if let number = entry.content.values[.policyNumber] { numbers[root, default: []].insert(number) }
        }
        let reports = entries.filter {
            $0.index == effective.root(of: $0.index) && $0.content.reportedEvent == .policy
                && numbers[$0.index]?.contains(number) == true
        }
        guard let report = reports.last(where: { effective.standing($0.index) != nil }) ?? reports.last else {
            return nil
        }
        let contract = reports.reduce(into: Set<String>()) { $0.formUnion(numbers[$1.index] ?? []) }
        var kept: Set<Int64> = []
        for entry in entries {
            let isKept: Bool
            if let root = effective.root(of: entry.index) {
                isKept =
                    root == entry.index
                    ? entry.content.concernsCover && !contract.isDisjoint(with: numbers[root] ?? [])
                    : kept.contains(root)
            } else {
                isKept = entry.content.targetID.map { kept.contains($0.index) } ?? false
            }
            if isKept { kept.insert(entry.index) }
        }
        all = entries.filter { kept.contains($0.index) }
        self.report = report
    }
}

extension EntryContent {
    /// What is reported: for a correction that stands alone, the event of the report it stands for.
    fileprivate var reportedEvent: Event {
        self[.correctedEvent].flatMap { Event(rawValue: $0) } ?? event
    }

    fileprivate var concernsCover: Bool { reportedEvent != .proposal && reportedEvent != .quarantine }
}
