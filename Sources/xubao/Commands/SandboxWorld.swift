import Foundation
import Registry
import Regulation
import SampleWorld
import Storage

/// The sample world of a sandbox: loaded on the first start, remembered on later ones.
struct SandboxWorld {
    /// A vehicle to try.
    struct Example: Sendable {
        let plate: String
        let vinSuffix: String
    }

    /// What the world was made with.
    private struct Arguments: Codable {
        var vehicles: Int
        var seed: UInt64
        var asOf: String
    }

    let store: RegistryStore
    let vehicles: Int

    private var path: String { store.directory.path + "/sandbox.json" }

    func load() async throws -> [Example] {
        if let data = FileManager.default.contents(atPath: path),
            let arguments = try? JSONDecoder().decode(Arguments.self, from: data), let date = CivilDate(arguments.asOf)
        {
            return examples(World(vehicles: arguments.vehicles, seed: arguments.seed, asOf: date))
        }
        guard store.feed.treeSize == 0 else {
            Terminal.complain("数据目录里已有真实数据，不再装入样例世界")
            return []
        }
        let arguments = Arguments(vehicles: vehicles, seed: 1, asOf: store.clock.now.shanghaiDate.text)
        guard let date = CivilDate(arguments.asOf) else { return [] }
        let world = World(vehicles: arguments.vehicles, seed: arguments.seed, asOf: date)
        for file in world.files { try await take(file) }
        try JSONEncoder().encode(arguments).write(to: URL(fileURLWithPath: path))
        return examples(world)
    }

    private func take(_ file: WorldFile) async throws {
        if store.feed.insurers[file.insurer] == nil {
            try await store.write { try $0.enrol(file.insurer, name: file.insurerName) }
        }
        let (stream, continuation) = AsyncStream.makeStream(of: [UInt8].self)
        let writer = Task.detached {
            file.write { continuation.yield($0) }
            continuation.finish()
        }
        let bar = ProgressBar("样例世界 \(file.insurerName)", total: 0)
        _ = try await UploadRun(gate: store, insurer: file.insurer, encoding: nil)
            .take(stream, reportedThrough: file.reportedThrough) { bytes, rows in bar.update(done: bytes, rows: rows) }
        bar.finish()
        await writer.value
    }

    private func examples(_ world: World) -> [Example] {
        world.examples().compactMap { vehicle in
            guard let plate = vehicle.plate, let suffix = vehicle.vinSuffix else { return nil }
            return Example(plate: plate, vinSuffix: suffix)
        }
    }
}
