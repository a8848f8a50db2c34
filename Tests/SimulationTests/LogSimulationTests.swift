import Testing

/// Published logs in worlds where everything fails, each from a seed, each watched by an outsider.
@Suite struct LogSimulationTests {
    @Test func `the published log only grows, never forks and is always whole, whatever fails`() throws {
        print("log simulation: \(Settings.count) logs from seed \(Settings.first)")
        var troubles: [LogTrouble: Int] = [:]
        var checkpoints = 0
        for seed in Settings.seeds {
            let log = try Self.live(seed)
            troubles.merge(log.troubles, uniquingKeysWith: +)
            checkpoints += log.checkpoints
        }
        let happened = LogTrouble.allCases.map { "\($0) \(troubles[$0] ?? 0)" }.joined(separator: ", ")
        print("log simulation: \(checkpoints) checkpoints; \(happened)")
        guard Settings.count >= 100 else { return }
        for trouble in LogTrouble.allCases { #expect((troubles[trouble] ?? 0) > 0, "\(trouble) never happened") }
    }

    /// Seeds that failed once.
    @Test(arguments: [1000, 1154] as [UInt64])
    func `a seed that failed once holds`(seed: UInt64) throws {
        #expect(try Self.live(seed).findings == [])
    }

    private static func live(_ seed: UInt64) throws -> LogSimulation {
        var log = try LogSimulation(seed: seed)
        log.run()
        if !log.findings.isEmpty {
            Issue.record(
                """
                seed \(seed): \(log.findings.joined(separator: "\n"))
                \(log.journal.joined(separator: "\n"))
                again: \(Settings.replay(seed))
                """)
        }
        return log
    }

    @Test(arguments: SimulatedLog.Carelessness.allCases)
    func `a log that is kept carelessly is found out`(_ carelessness: SimulatedLog.Carelessness) throws {
        let found = try (0..<100).first { seed in
            var log = try LogSimulation(seed: UInt64(seed), carelessness: carelessness)
            log.run()
            return !log.findings.isEmpty
        }
        print("log simulation: \(carelessness) found in log \(found.map(String.init) ?? "none")")
        #expect(found != nil)
    }
}
