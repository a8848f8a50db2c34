import Regulation

/// The vehicles that a file's reports make once one of them no longer stands as it did. A report that showed two files
/// to be one vehicle, or gave one vehicle another's name, leaves two when it is put right or withdrawn.
///
/// The other reports are taken in once more, in their order, as if it had never been; those that lay in one file before
/// it came, and before any merge, stay together.
struct Separation {
    typealias Report = EffectiveReports.Report

    /// A vehicle that gets a file of its own.
    struct Part {
        /// Stands for the file until it is made; below every stored one.
        let id: FileID
        fileprivate(set) var reports: [Report]

        var file: VehicleFile { VehicleFile(folding: reports) }
    }

    let own: FileID
    private var staying: Fold
    private(set) var leaving: [Part] = []

    /// What is left of the file itself.
    var stays: VehicleFile { staying.file }

    /// Reports, and the file they make once it is asked for: it is long in the making and asked for often.
    private final class Fold {
        let reports: [Report]
        lazy var file = VehicleFile(folding: reports)

        init(_ reports: [Report]) { self.reports = reports }
    }

    /// The file without this report, whole.
    init(whole own: FileID, _ effective: EffectiveReports, without root: Int64?) {
        self.own = own
        staying = Fold(effective.reports(without: root))
    }

    init(
        of own: FileID, _ file: VehicleFile, _ effective: EffectiveReports, without root: Int64, hasher: KeyedHasher
    ) throws {
        self.init(whole: own, effective, without: root)
        guard staying.reports.count > 1 else { return }
        let followers = Set(effective.followers(of: root).map(\.index))
        var replay = SeparationReplay(origins: FileOrigins(own, file, before: root), hasher: hasher)
        for report in staying.reports where !followers.contains(report.index) { try replay.take(report) }
        let parts = replay.parts(own: own)
        leaving = parts.dropFirst().map { Part(id: $0.id, reports: $0.reports) }
        let gone = Set(leaving.flatMap { $0.reports.map(\.index) })
        if !gone.isEmpty { staying = Fold(staying.reports.filter { !gone.contains($0.index) }) }
    }
}

extension Separation {
    /// Takes notice of what the report is about now: vehicles that it still holds together are not parted. Where it
    /// lies then; parts that leave are named by their stand-ins.
    mutating func join(_ files: [FileID]) -> [FileID] {
        let joined = leaving.filter { files.contains($0.id) }
        guard let first = joined.first else { return files }
        let rest = files.filter { id in !joined.contains { $0.id == id } }
        let reports = joined.flatMap(\.reports)
        leaving.removeAll { part in joined.contains { $0.id == part.id } }
        if files.contains(own) {
            staying = Fold((staying.reports + reports).sorted { $0.index < $1.index })
            return rest
        }
        leaving.append(Part(id: first.id, reports: reports.sorted { $0.index < $1.index }))
        return rest + [first.id]
    }

    func isStandIn(_ id: FileID) -> Bool { leaving.contains { $0.id == id } }

    /// The file as it will be.
    func file(_ id: FileID, in store: some RegistryTransaction) throws -> VehicleFile {
        if id == own { return stays }
        return try leaving.first { $0.id == id }?.file ?? store.file(id)
    }

    /// Gives every vehicle that leaves its file: its reports are entered there and withdrawn here. By stand-in, the
    /// file that was made. `cause` is what the insurer sent, `name` what all entries of the parting are known by.
    func carryOut(
        by cause: EntryContent, named name: String, hasher: KeyedHasher, in store: some RegistryTransaction
    ) throws -> [FileID: FileID] {
        guard !leaving.isEmpty else { return [:] }
        var cause = cause
        cause[.correctionID] = name
        var made: [FileID: FileID] = [:]
        var withdrawn: [Entry] = []
        for part in leaving {
            var there = try OpenFile([], in: store)
            made[part.id] = there.id
            let pairs = try part.reports.map { try $0.take(from: own, to: there.id, by: cause, in: store) }
            withdrawn += pairs.map(\.withdrawn)
            try there.refold(with: pairs.map(\.entered), in: store)
            let keys = part.reports.flatMap { hasher.keys(of: $0.submission).all }
            try there.close(
                entering: keys + pairs.flatMap { hasher.keys(formerlyOf: $0.entered.content) },
                by: hasher, in: store)
        }
        var here = try OpenFile([own], in: store)
        try here.refold(with: withdrawn, in: store)
        try here.close(entering: [], by: hasher, in: store)
        return made
    }
}
