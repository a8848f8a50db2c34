import Registry
import Synchronization

/// The feed state as last committed; replaced whole, read by every request.
final class PublishedFeed: Sendable {
    private let current: Mutex<FeedStatus>

    init(_ feed: FeedStatus) { current = Mutex(feed) }

    func load() -> FeedStatus { current.withLock { $0 } }

    func store(_ feed: FeedStatus) { current.withLock { $0 = feed } }
}
