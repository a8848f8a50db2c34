import ArgumentParser
import Registry

/// `xubao law`: one rule of the law on one document, or on one document a line. Needs no data directory and no server.
struct LawCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "law", abstract: "What does the law say? One rule, asked with a JSON document.",
        discussion: "Rules:\n" + LawRule.list(in: .english).map { "  \($0)" }.joined(separator: "\n"))

    @Argument(help: "Name of the rule; without one the rules are listed.") var rule: String?
    @Argument(help: "File with the document, - for stdin; with --lines one document a line.") var file = "-"
    @ArgumentParser.Flag(help: "Answer each line of the file, in its order; answers are JSON.") var lines = false
    @ArgumentParser.Flag(help: "Show how the result came about.") var explain = false
    @ArgumentParser.Flag(help: "Print one JSON document and nothing else on stdout.") var json = false
    @Option(help: "Rows for a table of the law, with their citation; may be given more than once.") var rows: [String] =
        []
    @Option(name: .customLong("data"), help: "Use the rows in DIR/law as well.") var directory: String?

    func run() async throws {
        let rule = try namedRule()
        let size = try ChunkedFile.size(file)
        let desk = LawDesk(tables: try OperatorTables.load(files: rows, dataDirectory: directory))
        if lines {
            let bar = ProgressBar("law \(rule.rawValue)", total: size)
            return try await LawLines(desk: desk, rule: rule, isExplained: explain, bar: bar).answer(file)
        }
        let answer = desk.answer(rule, to: try await document(), isExplained: explain)
        if json {
            Terminal.write(answer.json + [0x0A])
        } else {
            let text = LawText.lines(answer, to: rule, in: Terminal.language)
            if case .unreadable = answer { text.forEach(Terminal.complain) } else { say(text) }
        }
        switch answer {
        case .answered: return
        case .refused: throw ExitCode(1)
        case .unreadable: throw ExitCode(2)
        }
    }

    private func namedRule() throws -> LawRule {
        if let name = rule, let known = LawRule(rawValue: name) { return known }
        let isChinese = Terminal.language == .chinese
        let first =
            if let rule {
                isChinese ? "没有规则 \(rule)，可用的规则：" : "There is no rule \(rule). The rules are:"
            } else {
                isChinese ? "请写明要问哪条规则：" : "Say which rule is asked:"
            }
        let lines = [first] + LawRule.list(in: Terminal.language).map { "  \($0)" }
        throw CommandFailure.usage(lines.joined(separator: "\n"), next: "xubao law premium FILE")
    }

    /// All of it, or so much that it is known to be too long.
    private func document() async throws -> [UInt8] {
        var document: [UInt8] = []
        for try await piece in ChunkedFile(path: file) {
            document += piece
            if document.count > JSONReader.longest { break }
        }
        return document
    }

    private func say(_ lines: [String]) {
        let first = lines.first.map { [Terminal.bold($0)] } ?? []
        Terminal.write((first + lines.dropFirst()).map { $0 + "\n" }.joined())
    }
}
