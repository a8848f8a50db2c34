import ArgumentParser
import Foundation
import Registry

/// `xubao card`: an answer, and the card by which it can be checked with no network.
struct CardCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "card", abstract: "An answer with its card, which anybody can check offline for a day.")

    @Argument(help: "Plate number.") var plate: String
    @Option(help: "Last six characters of the VIN.") var vinSuffix: String?
    @Option(help: "The whole VIN, in place of its suffix.") var vin: String?
    @Option(help: "Plate category code, such as 02.") var category: String?
    @Option(help: "Moment of cover; default now.") var on: String?
    @Option(help: "Write the card to this file.") var output: String?
    @OptionGroup var data: DataOptions

    private struct Document: Decodable {
        let text: [String]
        let card: String?
    }

    func run() async throws {
        let query = try QueryDocument.bytes(
            plate: plate, category: category, ["vinSuffix": vinSuffix, "vin": vin, "on": on])
        let channel = try await data.open()
        let bytes = try await channel.card(query)
        try await channel.close()
        let document = try JSONDecoder().decode(Document.self, from: Data(bytes))
        let file = OutputFile(path: output)
        if let card = document.card, !file.isTerminal { try file.write(Array(card.utf8)) }
        if data.json {
            Terminal.write(bytes + [0x0A])
        } else {
            let lines = document.text.first.map { [Terminal.bold($0)] + document.text.dropFirst() } ?? []
            let card = file.isTerminal ? document.card.map { "\n" + $0 } ?? "" : ""
            Terminal.write(lines.map { $0 + "\n" }.joined() + card)
        }
        guard document.card == nil else { return }
        Terminal.complain("没有查到记录，没有可以签发的查询结果卡；没有记录不等于没有投保")
        throw ExitCode(1)
    }
}
