package import Regulation

/// A figure with all it was made of, as an indented tree for a terminal: what it is on the left, its value flush right,
/// its article in brackets, and why beneath it.
package struct FigureTree {
    private struct Row {
        let head: String
        let value: String
        let source: String
        /// What stands left of a line beneath.
        let rail: String
        let reason: String?
    }

    private var rows: [Row] = []
    private let language: Language

    package static func lines(of figure: Figure, in language: Language) -> [String] {
        var tree = FigureTree(language: language)
        tree.add(figure, branch: "", rail: "")
        return tree.lines
    }

    private init(language: Language) { self.language = language }

    /// - Parameters:
    ///   - branch: what leads to the figure's own line.
    ///   - rail: what runs down beside its inputs.
    private mutating func add(_ figure: Figure, branch: String, rail: String) {
        let operation = FigureText.operation(of: figure, in: language)
        let title = figure.name.title.text(in: language)
        let brackets = language == .chinese ? ("（", "）") : (" (", ")")
        let isSure = figure.status == nil || figure.status == .verified
        let doubt = isSure ? nil : figure.status?.title.text(in: language)
        let source = [FigureText.source(of: figure, in: language), doubt].compactMap { $0 }.joined(separator: " · ")
        rows.append(
            Row(
                head: branch + title + (operation.map { "\(brackets.0)\($0)\(brackets.1)" } ?? ""),
                value: FigureText.value(figure.value, in: language), source: source.isEmpty ? "" : "[\(source)]",
                rail: rail + (figure.inputs.isEmpty ? "   " : "│  "), reason: figure.reason?.text(in: language)))
        for (place, input) in figure.inputs.enumerated() {
            let isLast = place == figure.inputs.count - 1
            add(input, branch: rail + (isLast ? "└─ " : "├─ "), rail: rail + (isLast ? "   " : "│  "))
        }
    }

    private var lines: [String] {
        var table = TextTable([.left, .right, .left])
        for row in rows { table.add([row.head, row.value, row.source]) }
        return zip(table.lines, rows).flatMap { line, row in
            [line] + (row.reason.map { ["\(row.rail)· \($0)"] } ?? [])
        }.map { TextTable.harmless(Self.trimmed($0)) }
    }

    private static func trimmed(_ line: String) -> String {
        var line = line[...]
        while line.last == " " { line.removeLast() }
        return String(line)
    }
}
