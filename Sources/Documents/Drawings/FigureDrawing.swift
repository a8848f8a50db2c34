import Registry
import Regulation

/// A figure with all it was made of, drawn as a tree: each node with its value, why this case applies, and its article
/// in the small. What the asker said stands beside the node it decided, so that the tree stays short.
struct FigureDrawing {
    let language: Language
    /// Facts nobody stated: set so that they say what a plain answer said.
    var isAssumed: (_ path: String) -> Bool = { _ in false }

    /// For the template `figure`.
    func values(_ figure: Figure, sign: String? = nil, isNested: Bool = false) -> Values {
        let branches = figure.inputs.indices.filter { !isFact(figure.inputs[$0]) }.map { place in
            values(figure.inputs[place], sign: Self.sign(ofInput: place, of: figure), isNested: true)
        }
        return [
            "kind": kind(of: figure),
            "sign": sign,
            "title": LawTypography.set(figure.name.title, in: language),
            "value": value(of: figure),
            "isWord": Self.isWord(figure.value),
            "note": note(on: figure, isNested),
            "given": given(figure),
            "assumed": assumed(figure),
            "branches": branches.isEmpty ? nil : ["items": branches] as Values,
        ]
    }

    /// What stands before an input in the calculation; a ratio of change is its own sign.
    static func sign(ofInput place: Int, of figure: Figure) -> String? {
        // Who pays whom is no part of the sum.
        guard figure.inputs[..<place].contains(where: { !isWord($0.value) }) else { return nil }
        switch (figure.operation, figure.inputs[place].value) {
        case (_, .percent): return nil
        // So many times the sum before it.
        case (.add, .count): return "\u{D7}"
        case (.add, _): return "+"
        case (.subtract, _): return "\u{2212}"
        case (.multiply, _): return "\u{D7}"
        case (.divide, _): return "\u{F7}"
        default: return nil
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
    private func note(on figure: Figure, _ isNested: Bool) -> Values? {
        let why = figure.reason.map { LawTypography.set($0, in: language) }
        let source = figure.citation.map { CitationText.short($0, in: language) }
        let (how, doubt) = (how(figure, isNested), doubt(figure))
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

    /// What was done with the inputs, where no sign between them says it. Sums on the way are shown cut to the fen and
    /// carried on exactly, which the result alone has to say.
    private func how(_ figure: Figure, _ isNested: Bool) -> String? {
        let isSaidBySigns = [.add, .subtract, .multiply, .divide, .choose, .count, .span].contains(figure.operation)
        let rounding = isNested && figure.rounding == .downToFen ? nil : figure.rounding?.title
        let words = [isSaidBySigns ? nil : figure.operation.title, rounding]
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
