import Foundation

/// Which worlds are run: drawn anew every day, unless the environment names them.
enum Settings {
    private static let environment = ProcessInfo.processInfo.environment
    private static let isSoak = environment["XUBAO_SOAK"] == "1"

    static let first: UInt64 = environment["XUBAO_SIMULATION_SEED"].flatMap { UInt64($0) } ?? today

    /// Seeds of one run.
    static let count = environment["XUBAO_SIMULATION_SEEDS"].flatMap { Int($0) } ?? (isSoak ? 20_000 : 200)

    static var seeds: Range<UInt64> { first..<(first &+ UInt64(count)) }

    /// The day's number with room behind it for its seeds.
    private static let today = UInt64(Date.now.timeIntervalSince1970 / 86_400) * 1_000_000

    static func replay(_ seed: UInt64) -> String {
        """
        XUBAO_SIMULATION_SEED=\(seed) XUBAO_SIMULATION_SEEDS=1 swift test --scratch-path .build-debug \
        --disable-xctest --filter 'whatever fails'
        """
    }
}
