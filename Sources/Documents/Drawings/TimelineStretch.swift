import Regulation

/// One stretch of the time line: cover, rest, or nothing.
struct TimelineStretch {
    enum Kind: String {
        case cover, next, resting, gap
    }

    let kind: Kind
    let period: Period
}
