import Regulation

/// Takes reports of one file in again, one after the other, to see which vehicles they make by themselves.
struct SeparationReplay {
    typealias Report = EffectiveReports.Report

    let origins: FileOrigins
    let hasher: KeyedHasher
    private var loose = LooseFiles()
    private var reports: [FileID: [Report]] = [:]
    /// The part that a file of before the merges has become.
    private var partOf: [FileID: FileID] = [:]
    private var next = Int64.min

    init(origins: FileOrigins, hasher: KeyedHasher) {
        self.origins = origins
        self.hasher = hasher
    }

    mutating func take(_ report: Report) throws {
        loose.committedAt = report.reportedAt
        let keys = hasher.keys(of: report.submission)
        var found = try VehicleResolver(store: loose).resolve(report.submission, keys: keys)
        let origin = origins.file(of: report)
        if let origin, let part = partOf[origin], !found.contains(part) { found.append(part) }
        guard let id = found.first ?? newPart(for: report.submission) else { return }
        if found.count > 1 { merge(found.dropFirst(), into: id) }
        reports[id, default: []].append(report)
        loose.files[id, default: VehicleFile()].apply(report)
        if let origin { partOf[origin] = id }
    }

    private mutating func merge(_ others: ArraySlice<FileID>, into id: FileID) {
        var all = reports[id] ?? []
        for other in others {
            all += reports.removeValue(forKey: other) ?? []
            loose.files[other] = nil
            for (origin, part) in partOf where part == other { partOf[origin] = id }
        }
        all.sort { $0.index < $1.index }
        reports[id] = all
        loose.files[id] = VehicleFile(folding: all)
    }

    /// What happened to a contract that is not there makes no vehicle, nor does a plate in a record under review.
    private mutating func newPart(for submission: Submission) -> FileID? {
        switch submission.event {
        case .policy, .proposal: break
        case .quarantine where submission.vin != nil: break
        default: return nil
        }
        defer { next += 1 }
        return FileID(next)
    }

    /// The one that stays first: where records are under review, for they cannot be entered anew, else what the file
    /// held itself; then by age.
    func parts(own: FileID) -> [(id: FileID, reports: [Report])] {
        func rank(_ id: FileID) -> Int {
            if reports[id]?.contains(where: { $0.submission.event == .quarantine }) ?? false { return 0 }
            return partOf[own] == id ? 1 : 2
        }
        let order = reports.keys.sorted { (rank($0), $0) < (rank($1), $1) }
        return order.enumerated().map { position, id in
            let all = reports[id] ?? []
            return (id, position == 0 ? all : all.filter { $0.submission.event != .quarantine })
        }.filter { !$0.reports.isEmpty }
    }
}

/// Files in memory; there are so few that everyone is a candidate for every name.
private struct LooseFiles: FileLookup {
    var committedAt: Instant = .distantPast
    var files: [FileID: VehicleFile] = [:]

    func files(at key: LookupKey) throws -> [FileID] { files.keys.sorted() }

    /// However many: none of them was found by this name.
    func files(at key: LookupKey, atMost most: Int) throws -> [FileID]? { try files(at: key) }

    func file(_ id: FileID) throws -> VehicleFile {
        guard let file = files[id] else { throw RegistryFault.fileDamaged(id.number) }
        return file
    }
}
