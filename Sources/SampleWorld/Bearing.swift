/// Which of its plates a vehicle bears at a moment of its life.
enum Bearing: UInt8, Sendable {
    /// Not yet registered.
    case none
    case first
    /// After it gave its first plate away.
    case changed
    /// After it moved to another province.
    case movedIn
    /// After a temporary plate.
    case permanent
    /// A told vehicle's second plate.
    case told
}
