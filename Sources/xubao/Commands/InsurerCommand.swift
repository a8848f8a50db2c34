import ArgumentParser
import Foundation
import Registry

/// `xubao insurer add|list`.
struct InsurerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "insurer", abstract: "Insurers and their API keys.", subcommands: [Add.self, List.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Enrol an insurer, or give it a further key.")
        @Argument(help: "Code: 2 to 12 letters and digits.") var code: String
        @Option(help: "Name as people know it.") var name: String
        @OptionGroup var data: DataOptions

        func run() async throws { try await Enrolment(role: "insurer", code: code, name: name).run(data) }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Every insurer and how far it has reported.")
        @OptionGroup var data: DataOptions

        func run() async throws {
            let channel = try await data.open()
            let document = try await channel.insurers()
            try await channel.close()
            if data.json { return Terminal.write(document + [0x0A]) }
            Terminal.write(try InsurerTable(document).text)
        }
    }
}
