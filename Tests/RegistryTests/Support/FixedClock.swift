import Registry
import Regulation

/// A clock that stands.
struct FixedClock: Clock {
    let now: Instant
}
