import Regulation

/// An answer of the law for a terminal.
package struct LawText {
    private let language: Language
    private var lines: [String] = []

    package static func lines(_ answer: LawAnswer, to rule: LawRule, in language: Language) -> [String] {
        var text = LawText(language: language)
        switch answer {
        case .answered(let result): text.add(result)
        case .refused(let findings):
            text.add(heading: Sentence("\(rule.title.chinese)：不能给出结果", "\(rule.title.english): refused"))
            text.add(findings)
        case .unreadable(let finding):
            text.add(heading: Sentence("读不懂这份文档", "this document cannot be read"))
            text.add([finding])
        }
        return text.lines.map(TextTable.harmless)
    }

    private init(language: Language) { self.language = language }

    private mutating func add(heading: Sentence) {
        if !lines.isEmpty { lines.append("") }
        lines.append(heading.text(in: language))
    }

    private mutating func add(_ result: LawResult) {
        add(result.members)
        if let figure = result.figure {
            add(heading: Sentence("怎样算出来的", "How it came about"))
            lines += FigureTree.lines(of: figure, in: language).map { "  \($0)" }
        }
        if !result.counterfactuals.isEmpty {
            add(heading: Sentence("如果情况不同", "Had it been otherwise"))
            lines += result.counterfactuals.map { "  · \($0.sentence.text(in: language))" }
        }
        if !result.remarks.notes.isEmpty {
            add(heading: Sentence("说明", "Notes"))
            add(result.remarks.notes)
        }
        if !result.remarks.warnings.isEmpty {
            add(heading: Sentence("提醒", "Warnings"))
            add(result.remarks.warnings)
        }
    }

    private mutating func add(_ findings: [Finding]) {
        for finding in findings {
            let message = language == .chinese ? finding.message : finding.english ?? finding.message
            let path = finding.path.map { language == .chinese ? "\($0)：" : "\($0): " } ?? ""
            let citation = finding.citation.map { " [\(FigureText.citation($0))]" } ?? ""
            lines.append("  · \(path)\(message)\(citation)")
        }
    }

    /// Plain values as two columns; what is a list or an object below a heading of its own.
    private mutating func add(_ members: [LawMember]) {
        var table = TextTable([.left, .left])
        var larger: [LawMember] = []
        for member in members {
            if let text = plain(member.value) {
                table.add([member.title.text(in: language), text])
            } else if !isEmpty(member.value) {
                larger.append(member)
            }
        }
        lines += table.lines
        for member in larger {
            add(heading: member.title)
            add(member.value)
        }
    }

    private mutating func add(_ value: LawValue) {
        switch value {
        case .object(let members): add(members)
        case .findings(let findings): add(findings)
        case .figure(let figure): lines += FigureTree.lines(of: figure, in: language).map { "  \($0)" }
        case .list(let values):
            let rows = values.compactMap { value -> [LawMember]? in
                if case .object(let members) = value { return members }
                return nil
            }
            if rows.count == values.count { return add(rows: rows) }
            lines += values.compactMap { plain($0) }.map { "  · \($0)" }
        case .null, .value, .text, .sentence, .citation, .told: lines += [plain(value)].compactMap { $0 }
        }
    }

    /// Objects of the same members as a table under their titles.
    private mutating func add(rows: [[LawMember]]) {
        guard let first = rows.first else { return }
        let columns = first.indices.filter { plain(first[$0].value) != nil }
        var table = TextTable(columns.map { isNumber(first[$0].value) ? .right : .left })
        table.add(columns.map { first[$0].title.text(in: language) })
        for row in rows { table.add(columns.map { row.indices.contains($0) ? plain(row[$0].value) ?? "" : "" }) }
        lines += table.lines.map { "  \($0)" }
    }

    private func isNumber(_ value: LawValue) -> Bool {
        if case .value(.amount) = value { return true }
        return false
    }

    private func isEmpty(_ value: LawValue) -> Bool {
        switch value {
        case .null: true
        case .list(let values): values.isEmpty
        case .findings(let findings): findings.isEmpty
        default: false
        }
    }

    /// What fits on one line; `nil` for what does not, and for nothing.
    private func plain(_ value: LawValue) -> String? {
        switch value {
        case .value(let value): FigureText.value(value, in: language)
        case .text(let text): text
        case .sentence(let sentence), .told(_, let sentence): sentence.text(in: language)
        case .citation(let citation): FigureText.citation(citation)
        case .null, .object, .list, .findings, .figure: nil
        }
    }
}
