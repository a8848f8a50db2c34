import ArgumentParser
import Registry

/// `xubao ask`: one coverage answer, or one for each line of a file.
struct AskCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ask", abstract: "Is this vehicle's compulsory insurance in force, and has it been renewed?")

    @Argument(help: "Plate number; with --lines a file of coverage queries, - for stdin.")
    var plate: String?

    @Option(help: "Last six characters of the VIN.") var vinSuffix: String?
    @Option(help: "The whole VIN, in place of its suffix.") var vin: String?
    @Option(help: "Plate category code, such as 02.") var category: String?
    @Option(help: "Moment of cover; default now.") var on: String?
    @Option(help: "Answer from what was known then; default now.") var knownAt: String?
    @ArgumentParser.Flag(help: "Answer each line of the file, one query document a line.") var lines = false
    @OptionGroup var data: DataOptions

    func run() async throws {
        let channel = try await data.open()
        if lines {
            let path = plate ?? "-"
            _ = try ChunkedFile.size(path)
            try await channel.askLines(path)
            return try await channel.close()
        }
        guard let plate else { throw CommandFailure.usage("请给出号牌号码", next: "xubao ask 京A12345 --vin-suffix 123456") }
        let query = try QueryDocument.bytes(
            plate: plate, category: category,
            ["vinSuffix": vinSuffix, "vin": vin, "on": on, "knownAt": knownAt])
        let (bytes, outcome) = try await channel.ask(query, asText: !data.json)
        try await channel.close()
        Terminal.write(data.json ? bytes + [0x0A] : highlighted(bytes))
        if outcome == "noMatch" { throw ExitCode(1) }
    }

    private func highlighted(_ bytes: [UInt8]) -> [UInt8] {
        var lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init)
        if let first = lines.first { lines[0] = Terminal.bold(first) }
        return Array(lines.joined(separator: "\n").utf8)
    }
}
