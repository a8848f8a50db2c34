/// Whether a rule writes down how it came to its result. A rule is written once, generic over this: `Recorded` gives
/// the tree of figures, `Unrecorded` gives the bare result and costs nothing, since it never asks for what to write.
public protocol Derivation: Sendable {
    associatedtype Node: Sendable

    static func node(_ figure: @autoclosure () -> Figure) -> Node
    /// A figure over others.
    static func node(_ figure: (_ inputs: [Figure]) -> Figure, over inputs: @autoclosure () -> [Node]) -> Node
}
