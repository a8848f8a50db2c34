import Regulation

/// Walks a derivation.
enum FigureTree {
    static func all(of figure: Figure) -> [Figure] { [figure] + figure.inputs.flatMap(all) }

    static func leaves(of figure: Figure) -> [Figure] { all(of: figure).filter(\.inputs.isEmpty) }
}
