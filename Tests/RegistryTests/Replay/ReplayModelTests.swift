import Foundation
import Regulation
import Testing

@testable import Registry

/// What the desk keeps beside the log is what the entries make, for any history.
@Suite struct ReplayModelTests {
    private static let histories = 400 * (ProcessInfo.processInfo.environment["XUBAO_SOAK"] == "1" ? 50 : 1)
    private static let base =
        ProcessInfo.processInfo.environment["XUBAO_SEED"].flatMap { UInt64($0) }
        ?? UInt64.random(in: 0..<1_000_000_000_000)

    private static func history(_ seed: UInt64) throws -> Workbench {
        var generator = HistoryGenerator(seed: seed)
        let workbench = Workbench()
        for _ in 0..<(3 + Int(seed % 40)) {
            let step = generator.next()
            workbench.now = step.at
            _ = try workbench.send(step.values, from: step.insurer)
        }
        return workbench
    }

    @Test func `folds, keys and counts are derived from the entries as the desk left them`() throws {
        print("replay: XUBAO_SEED=\(Self.base), \(Self.histories) histories")
        var merges = 0
        var keys = 0
        for number in 0..<Self.histories {
            let seed = Self.base &+ UInt64(number)
            let workbench = try Self.history(seed)
            let replay = try RegistryReplay(workbench)
            for (id, file) in replay.files {
                let stored = try workbench.store.file(id)
                guard stored == file, workbench.store.folds[id] == file.bytes else {
                    Issue.record("seed \(seed): file \(id.number) is not what its entries make")
                    return
                }
                merges += file.merges.count
            }
            guard Set(replay.files.keys) == Set(workbench.store.folds.keys) else {
                Issue.record("seed \(seed): other files than the entries make")
                return
            }
            let differences = replay.differences(from: workbench.store.lookups)
            guard differences.isEmpty else {
                Issue.record("seed \(seed): \(differences)")
                return
            }
            guard replay.hasCounts(of: workbench.store) else {
                Issue.record("seed \(seed): other counts than the entries make")
                return
            }
            keys += replay.keys.count
        }
        #expect(merges > 10 && keys > 1000)
    }

    @Test func `a key changed, one added and one taken away are found`() throws {
        var found = 0
        for seed in 1...20 as ClosedRange<UInt64> {
            let workbench = try Self.history(seed)
            let replay = try RegistryReplay(workbench)
            let stored = workbench.store.lookups
            for (key, files) in stored.sorted(by: { $0.key < $1.key }) {
                for bit in [0, 13, 40, 63] {
                    var changed = stored
                    changed[key] = nil
                    let other = LookupKey(key.value ^ (1 << Int64(bit)))
                    changed[other] = files
                    let differences = replay.differences(from: changed)
                    for file in files { #expect(differences.contains(.unfounded(other, file)), "seed \(seed)") }
                    found += 1
                }
                var moved = stored
                moved[key] = [FileID(7777)]
                #expect(replay.differences(from: moved).contains(.unfounded(key, FileID(7777))))
            }
            for one in replay.keys where one.isCertain {
                var changed = stored
                changed[one.key] = nil
                #expect(replay.differences(from: changed).contains(.missing(one.key, one.file)), "seed \(seed)")
            }
        }
        #expect(found > 200)
    }
}
