import Registry
import TransparencyLog

/// A published log on a simulated disk. Calls are counted, so that the world can end, fill up or be raced at any one.
final class SimulatedLog: LogStore {
    /// The process ended within a call.
    struct Crashed: Error {}

    enum Carelessness: String, CaseIterable, Sendable {
        /// Replaces the checkpoint without looking which one is there.
        case swapsBlindly
        /// Says that tiles are durable that are not.
        case leavesTilesUnsynced
    }

    /// What is to happen, and after how many calls that write.
    struct Plan {
        enum Event { case crashBefore, crashAfter, diskFull, race }
        let event: Event
        var callsLeft: Int
    }

    private(set) var text: String?
    private(set) var files: [TileCoordinate: [UInt8]] = [:]
    /// Every checkpoint that ever stood there.
    private(set) var history: [String] = []
    var plan: Plan?
    /// What somebody else does in the middle of a call.
    var race: (() -> Void)?
    /// Chooses which of a call's files reach the disk before the process ends.
    var reaches: () -> Bool = { true }
    private let carelessness: Carelessness?
    private var unsynced: Set<TileCoordinate> = []

    init(carelessness: Carelessness? = nil) { self.carelessness = carelessness }

    /// Power returns: what was never synced is gone.
    func restart() {
        plan = nil
        race = nil
        for coordinate in unsynced { files[coordinate] = nil }
        unsynced.removeAll()
    }

    // MARK: the port

    func checkpoint() throws -> String? { text }

    func tile(_ coordinate: TileCoordinate) throws -> [UInt8]? { files[coordinate] }

    func write(_ files: [(TileCoordinate, [UInt8])]) throws {
        try call {
            for (coordinate, bytes) in files { put(bytes, at: coordinate) }
        } partly: {
            for (coordinate, bytes) in files where reaches() { put(bytes, at: coordinate) }
        }
    }

    func swapCheckpoint(from old: String?, to new: String) throws {
        try call {
            guard text == old || carelessness == .swapsBlindly else { throw LogFault.forked }
            text = new
            history.append(new)
        }
    }

    func dropPartials(of coordinate: TileCoordinate) throws {
        try call {
            for width in 1..<TileCoordinate.fullWidth {
                TileCoordinate(coordinate.content, index: coordinate.index, width: width).map { files[$0] = nil }
            }
        }
    }

    private func put(_ bytes: [UInt8], at coordinate: TileCoordinate) {
        files[coordinate] = bytes
        if carelessness == .leavesTilesUnsynced { unsynced.insert(coordinate) }
    }

    /// One call that writes, and what the world has planned for it.
    private func call(_ work: () throws -> Void, partly: () -> Void = {}) throws {
        guard var plan else { return try work() }
        plan.callsLeft -= 1
        self.plan = plan
        guard plan.callsLeft == 0 else { return try work() }
        self.plan = nil
        switch plan.event {
        case .crashBefore:
            partly()
            throw Crashed()
        case .crashAfter:
            try work()
            throw Crashed()
        case .diskFull:
            partly()
            throw RegistryFault.diskFull
        case .race:
            race?()
            try work()
        }
    }

    /// The size that stands in the checkpoint.
    var size: Int64 { text.flatMap { SignedNote($0) }.flatMap { Checkpoint(text: $0.text) }?.size ?? 0 }

    // MARK: damage

    /// The published files, in an order that is the same in every run.
    var coordinates: [TileCoordinate] { files.keys.sorted { $0.path < $1.path } }

    func flip(_ coordinate: TileCoordinate, bit: Int) {
        guard let count = files[coordinate]?.count, count > 0 else { return }
        files[coordinate]?[bit / 8 % count] ^= 1 << UInt8(bit % 8)
    }
}
