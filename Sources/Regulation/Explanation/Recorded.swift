/// Gives the tree.
public enum Recorded: Derivation {
    public static func node(_ figure: @autoclosure () -> Figure) -> Figure { figure() }

    public static func node(_ figure: ([Figure]) -> Figure, over inputs: @autoclosure () -> [Figure]) -> Figure {
        figure(inputs())
    }
}
