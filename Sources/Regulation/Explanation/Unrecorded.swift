/// Gives the result alone.
public enum Unrecorded: Derivation {
    public struct Nothing: Sendable {}

    @inline(__always) public static func node(_ figure: @autoclosure () -> Figure) -> Nothing { Nothing() }

    @inline(__always)
    public static func node(_ figure: ([Figure]) -> Figure, over inputs: @autoclosure () -> [Nothing]) -> Nothing {
        Nothing()
    }
}
