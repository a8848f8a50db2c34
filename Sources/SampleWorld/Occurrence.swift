import Registry
import Regulation

/// Something an insurer reports about one contract, in local seconds.
struct Occurrence {
    /// The earlier report a correction or retraction is about.
    enum Target { case none, policy, other }

    /// A report that is wrong, though well formed or nearly so.
    enum Mistake { case none, endAYearLate, premium, unreadablePeriod }

    let event: Event
    let contract: Int
    let reportedAt: Int
    let bearing: Bearing
    var effectiveAt = 0
    var until = 0
    var ground: CancellationGround?
    var newBearing = Bearing.none
    var target = Target.none
    var mistake = Mistake.none
}
