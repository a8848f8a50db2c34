import Registry
import Testing

/// Whole registries in worlds where everything fails, each from a seed, each watched by an auditor.
@Suite struct SimulationTests {
    @Test func `nothing acknowledged is lost, doubled or answered wrongly, whatever fails`() async throws {
        print("simulation: \(Settings.count) worlds from seed \(Settings.first)")
        let tally = try await Self.run(Settings.seeds)
        print("simulation: \(tally.text)")
        guard Settings.count >= 100 else { return }
        for fault in Fault.allCases { #expect((tally.faults[fault] ?? 0) > 0, "\(fault) never happened") }
        for event in Event.sent + [.quarantine] { #expect((tally.events[event] ?? 0) > 0, "no \(event) was taken in") }
    }

    /// Seeds that failed once.
    @Test(arguments: [1028, 1117, 5022, 40338] as [UInt64])
    func `a seed that failed once holds`(seed: UInt64) throws {
        #expect(try Self.live(seed).calls > 0)
    }

    @Test(arguments: Carelessness.allCases)
    func `a registry that is kept carelessly is found out`(_ carelessness: Carelessness) throws {
        let found = try (0..<100).first { seed in
            var world = try Simulation(seed: UInt64(seed), carelessness: carelessness)
            world.run()
            return !world.findings.isEmpty
        }
        print("simulation: \(carelessness) found in world \(found.map(String.init) ?? "none")")
        #expect(found != nil)
    }

    /// Worlds side by side, as many as there are processors.
    private static func run(_ seeds: Range<UInt64>) async throws -> Tally {
        let lanes: UInt64 = 2
        return try await withThrowingTaskGroup(of: Tally.self) { group in
            for lane in 0..<lanes {
                group.addTask {
                    var tally = Tally()
                    for seed in seeds where seed % lanes == lane { tally.add(try live(seed)) }
                    return tally
                }
            }
            return try await group.reduce(into: Tally()) { $0.add($1) }
        }
    }

    private static func live(_ seed: UInt64) throws -> Tally {
        var world = try Simulation(seed: seed)
        world.run()
        if !world.findings.isEmpty {
            Issue.record(
                """
                seed \(seed): \(world.findings.joined(separator: "\n"))
                \(world.journal.suffix(80).joined(separator: "\n"))
                again: \(Settings.replay(seed))
                """)
        }
        return world.tally
    }
}
