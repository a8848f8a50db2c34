import GRDB
import Registry
import Regulation
import TransparencyLog

/// One round of the scrub: where it stands, and the next few hundred rows. Every step sees a state of its own, so that
/// no step holds up the writer's log.
struct ScrubRound {
    static let rowsAStep = 256

    private(set) var phase: ScrubPhase? = .entries
    /// The last row that was looked at, by its key.
    private var numbers: [Int64] = []
    private var text = ""
    private(set) var done: Int64 = 0
    private(set) var total: Int64 = 0
    /// What the entries so far come to.
    private var feed = FeedReplay()
    private var received = (numbered: Int64(0), unnumbered: Int64(0))
    private var lastCommittedAt: Instant = .distantPast

    private let view: RegistryView
    private let log: (any PublishedLog)?

    init(view: RegistryView, log: (any PublishedLog)?) {
        self.view = view
        self.log = log
    }

    /// Looks at the next rows; how many. What differs goes to `findings`.
    mutating func step(_ findings: Findings) throws -> Int {
        // Before the state is taken: what was published by then is in it.
        let checkpoint = try findings.collect { try log.map { try LogAudit.checkpoint(of: $0).checkpoint } } ?? nil
        return try view.look { database, keys in
            let rows = try StoredRows(database, keys: keys, sealer: view.sealer)
            let scrub = ScrubRows(rows: rows, keys: keys, check: view.check)
            switch phase {
            case .entries: return try entries(scrub, checkpoint, findings)
            case .credentials:
                try findings.collect { try RowComparison.checkCredentials(database, view.sealer.checks) }
                try scrub.checkErasures(findings)
                phase = nil
                return 1
            case let phase?: return try page(phase, scrub, findings)
            case nil: return 0
            }
        }
    }

    private mutating func entries(_ scrub: ScrubRows, _ checkpoint: Checkpoint?, _ findings: Findings) throws -> Int {
        total = try scrub.rows.entryCount()
        if let checkpoint, checkpoint.size > total {
            findings.add(Divergence.registryBehind(published: checkpoint.size, held: total))
        }
        let there = try scrub.rows.entry(from: done) ?? total
        if there > done {
            findings.add(Divergence.entryMissing(done))
            done = min(there, total)
        }
        let width = Int64(Self.rowsAStep)
        let range = done..<max(done, min(total, (done / width + 1) * width))
        var leaves: [Leaf?] = []
        for index in range {
            leaves.append(try findings.collect { try entry(index, scrub) } ?? nil)
        }
        if let checkpoint, let log {
            try findings.collect { try Self.compare(leaves, from: range.lowerBound, checkpoint, log) }
        }
        done = range.upperBound
        guard done == total else { return range.count }
        try findings.collect { try scrub.checkReportCounts(received) }
        try QuarantineComparison(rows: scrub.rows, check: view.check).run(feed, findings)
        try RowComparison.compareInsurers(scrub.rows.database, feed, view.sealer.checks, findings)
        feed = FeedReplay()
        next()
        return range.count + 1
    }

    private mutating func entry(_ index: Int64, _ scrub: ScrubRows) throws -> Leaf {
        guard let stored = try scrub.rows.entry(index) else { throw Divergence.entryMissing(index) }
        let entry = try view.check.open(stored, keys: try scrub.rows.keys(of: [stored])).entry
        guard let trace = EntryTrace(entry) else { throw Divergence.entryUnreadable(index) }
        feed.add(trace)
        if trace.kind == .received {
            if trace.sequence == nil { received.unnumbered += 1 } else { received.numbered += 1 }
        }
        guard entry.committedAt >= lastCommittedAt else { throw Divergence.timeFell(index) }
        lastCommittedAt = entry.committedAt
        try scrub.checkReport(trace)
        if let file = stored.file {
            try scrub.checkFile(of: file, endingWith: index)
        } else if trace.kind != .quarantined, trace.kind != .erasure {
            throw Divergence.entryOutsideFile(index)
        }
        return entry.leaf
    }

    /// The tiles lead from each leaf up to the checkpoint.
    private static func compare(
        _ leaves: [Leaf?], from first: Int64, _ checkpoint: Checkpoint, _ log: any PublishedLog
    ) throws {
        let width = Int64(TileCoordinate.fullWidth)
        let start = first / width * width
        let count = min(Int64(leaves.count), checkpoint.size - first)
        guard count > 0 else { return }
        do {
            var reader = try TileReader(size: checkpoint.size, root: checkpoint.root) { try log.tile($0) }
            let bundle = try LogAudit.bundle(
                start / width, width: Int(min(width, checkpoint.size - start)), of: log)
            for offset in 0..<count {
                guard let leaf = leaves[Int(offset)] else { continue }
                let index = first + offset
                guard try reader.leafHash(at: index) == leaf.hash else {
                    throw Divergence.tileDiffers(path: "tile/0", index..<(index + 1))
                }
                guard bundle[Int(index - start)] == leaf.bytes else { throw Divergence.bundleDiffers(index) }
            }
        } catch let fault as TileFault { throw Divergence(fault, size: checkpoint.size) }
    }

    private mutating func page(_ phase: ScrubPhase, _ scrub: ScrubRows, _ findings: Findings) throws -> Int {
        let page = try scrub.page(phase, after: numbers, text, findings)
        guard let last = page.last else {
            next()
            return 1
        }
        numbers = last.numbers
        text = last.text
        return page.count
    }

    private mutating func next() {
        numbers = []
        text = ""
        phase = phase.flatMap { ScrubPhase.allCases.firstIndex(of: $0) }.flatMap { position in
            position + 1 < ScrubPhase.allCases.count ? ScrubPhase.allCases[position + 1] : nil
        }
    }
}

extension Divergence {
    /// What a fault of the tiles means.
    init(_ fault: TileFault, size: Int64) {
        self =
            switch fault {
            case .missing(let coordinate): .tileMissing(path: coordinate.path)
            case .wrongLength(let coordinate), .changed(let coordinate):
                .tileDiffers(path: coordinate.path, coordinate.leaves)
            case .rootDiffers, .outOfTree: .rootDiffers(size: size)
            }
    }
}
