import Registry
import Regulation

/// A figure with all it was made of, drawn as a tree: each node with its value, why this case applies, and its article
/// in the small. What the asker said stands beside the node it decided, so that the tree stays short.
struct FigureDrawing {
    let language: Language
    /// Facts nobody stated: set so that they say what a plain answer said.
    var isAssumed: (_ path: String) -> Bool = { _ in false }

    /// For the template `figure`.
    func values(_ figure: Figure, sign: String? = nil) -> Values {
        let branches = figure.inputs.enumerated().filter { !isFact($0.element) }.map { place, input in
            values(input, sign: Self.sign(of: input, at: place, in: figure.operation))
        }
        return [
            "kind": kind(of: figure),
            "sign": sign,
            "title": LawTypography.set(figure.name.title, in: language),
            "value": value(of: figure),
            "isWord": Self.isWord(figure.value),
            "note": note(on: figure),
            "given": given(figure),
            "assumed": assumed(figure),
            "branches": branches.isEmpty ? nil : ["items": branches] as Values,
        ]
    }

    /// What stands before an input in the calculation; a ratio of change is its own sign.
    static func sign(of input: Figure, at place: Int, in operation: Operation) -> String? {
        guard place > 0 else { return nil }
        if case .percent = input.value { return nil }
        return switch operation {
        case .add: "+"
        case .subtract: "\u{2212}"
        case .multiply: "\u{D7}"
        case .divide: "\u{F7}"
        default: nil
        }
    }

    private func isFact(_ figure: Figure) -> Bool { figure.operation == .fact && figure.inputs.isEmpty }

    private static func isWord(_ value: FigureValue) -> Bool {
        if case .word = value { return true }
        return false
    }

    /// Shapes: a square was read from a table, a ring stands in the article itself, a disc was worked out.
    private func kind(of figure: Figure) -> String {
        switch figure.operation {
        case .fact: "fact"
        case .lookUp: "row"
        case .constant: "constant"
        default: "made"
        }
    }

    /// Why, how sure, by which article and how; one line beneath the figure, or none.
    private func note(on figure: Figure) -> Values? {
        let why = figure.reason.map { LawTypography.set($0, in: language) }
        let source = figure.citation.map { CitationText.short($0, in: language) }
        let (how, doubt) = (how(figure), doubt(figure))
        if why == nil, source == nil, how == nil, doubt == nil { return nil }
        return ["why": why, "source": source, "how": how, "doubt": doubt]
    }

    /// A midnight among the facts is a day.
    private func value(of figure: Figure) -> String {
        switch figure.value {
        case .instant(let instant) where instant.millisecondOfShanghaiDay == 0:
            return MomentText.date(instant.shanghaiDate, in: language)
        case .word(let code, _) where figure.name.code == "region" && language == .english:
            return Region(code: code).map(RegionNames.english) ?? code
        default: return LawTypography.value(figure.value, in: language)
        }
    }

    /// What was done with the inputs, where no sign between them says it.
    private func how(_ figure: Figure) -> String? {
        let isSaidBySigns = [.add, .subtract, .multiply, .divide, .choose, .count, .span].contains(figure.operation)
        let words = [isSaidBySigns ? nil : figure.operation.title, figure.rounding?.title]
        let text = words.compactMap { $0?.text(in: language) }
        return text.isEmpty ? nil : text.joined(separator: language == .chinese ? "，" : ", ")
    }

    private func doubt(_ figure: Figure) -> String? {
        guard let status = figure.status, status != .verified else { return nil }
        return LawTypography.set(status.title, in: language)
    }

    private func given(_ figure: Figure) -> Values? {
        facts(figure.inputs.filter { isFact($0) && !isAssumed($0.path ?? "") })
    }

    private func assumed(_ figure: Figure) -> Values? {
        facts(figure.inputs.filter { isFact($0) && isAssumed($0.path ?? "") })
    }

    private func facts(_ figures: [Figure]) -> Values? {
        let items: [Values] = figures.map {
            [
                "title": LawTypography.set($0.name.title, in: language),
                "value": value(of: $0),
            ]
        }
        return items.isEmpty ? nil : ["items": items]
    }
}
