import Registry
import Regulation

/// What both pages show of a figure beside its drawing: the legal texts in full, what must be said beside a result,
/// and the same tree as text.
enum LawDerivation {
    /// Every place the figures rest on, once, in the order in which they come.
    static func citations(of figures: [Figure]) -> [Values] {
        var seen: Set<Citation> = []
        var citations: [Citation] = []
        func add(_ figure: Figure) {
            if let citation = figure.citation, seen.insert(citation).inserted { citations.append(citation) }
            for input in figure.inputs { add(input) }
        }
        for figure in figures { add(figure) }
        return citations.map { ["instrument": $0.instrument.title, "article": $0.article] }
    }

    static func notes(_ remarks: Remarks, in language: Language, but skipped: Set<String> = []) -> Values? {
        let findings = (remarks.warnings + remarks.notes).filter { !skipped.contains($0.code) }
        let items: [Values] = findings.map { finding in
            let text = language == .chinese ? finding.message : finding.english ?? finding.message
            return [
                "sentence": LawTypography.set(text, in: language),
                "source": finding.citation.map { CitationText.short($0, in: language) },
            ]
        }
        return items.isEmpty ? nil : ["items": items]
    }

    static func text(of figure: Figure, in language: Language) -> String {
        FigureTree.lines(of: figure, in: language).joined(separator: "\n")
    }

    static func faults(_ faults: [LawFormFault], in language: Language) -> Values? {
        let items: [Values] = faults.map { ["anchor": $0.anchor, "message": $0.text(in: language)] }
        return items.isEmpty ? nil : ["items": items]
    }

    /// By field, for the places beside the inputs.
    static func fault(at anchor: String, _ faults: [LawFormFault], in language: Language) -> String? {
        let texts = faults.filter { $0.anchor == anchor }.map { $0.text(in: language) }
        return texts.isEmpty ? nil : texts.joined(separator: " · ")
    }
}
