import Regulation

/// Which file each entry of a file lay in before its merges, as far as that was so before a report came.
struct FileOrigins {
    private let root: Int64
    private var files: [Int64: FileID] = [:]
    /// When a file first took another in; what came later may speak of either.
    private var merged: [FileID: Instant] = [:]

    init(_ own: FileID, _ file: VehicleFile, before root: Int64) {
        self.root = root
        for part in file.parts(as: own, knownAt: .distantPast) {
            for index in part.entries { files[index] = part.id }
        }
        for (position, merge) in file.merges.enumerated() {
            let later = file.merges[(position + 1)...]
            let into = later.first { outer in merge.entries.first.map { outer.entries.contains($0) } ?? false }
            let id = into?.from ?? own
            merged[id] = min(merged[id] ?? merge.at, merge.at)
        }
    }

    /// `nil` for a report that came later.
    func file(of report: EffectiveReports.Report) -> FileID? {
        guard report.index < root, let id = files[report.index], merged[id].map({ report.committedAt < $0 }) ?? true
        else { return nil }
        return id
    }
}
