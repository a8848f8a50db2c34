import Registry
import Synchronization

/// The feed state as last committed, and how many commits there have been; replaced whole, read by every request.
final class PublishedFeed: Sendable {
    private let current: Mutex<FeedStatus>
    private let commits = Atomic<UInt64>(1)

    init(_ feed: FeedStatus) { current = Mutex(feed) }

    /// Rises with every commit. Whoever sees the same number twice has missed nothing in between.
    var generation: UInt64 { commits.load(ordering: .acquiring) }

    func load() -> FeedStatus { current.withLock { $0 } }

    /// To be called when the commit is durable, and before anybody is told so.
    func store(_ feed: FeedStatus) {
        current.withLock { $0 = feed }
        commits.wrappingAdd(1, ordering: .releasing)
    }
}
