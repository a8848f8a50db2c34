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
            let channel = try data.open()
            let document = try await channel.insurers()
            try await channel.close()
            if data.json { return Terminal.write(document + [0x0A]) }
            Terminal.write(try InsurerTable(document).text)
        }
    }
}

/// `xubao official add`: a key for an office that may ask by plate alone.
struct OfficialCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "official", abstract: "Offices entitled to ask by plate alone.", subcommands: [Add.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Enrol an office, or give it a further key.")
        @Argument(help: "Code: 2 to 12 letters and digits.") var code: String
        @Option(help: "Name of the office.") var name: String
        @OptionGroup var data: DataOptions

        func run() async throws { try await Enrolment(role: "official", code: code, name: name).run(data) }
    }
}

/// Makes a credential and shows its key, this once.
private struct Enrolment {
    let role: String
    let code: String
    let name: String

    private struct Document: Decodable {
        let code: String
        let name: String
        let key: String
    }

    func run(_ data: DataOptions) async throws {
        let channel = try data.open(create: true)
        let bytes = try await channel.enrol(role: role, code: code, name: name)
        try await channel.close()
        if data.json { return Terminal.write(bytes + [0x0A]) }
        let document = try JSONDecoder().decode(Document.self, from: Data(bytes))
        Terminal.write(
            """
            \(document.name)（\(document.code)）已登记。
            密钥只显示这一次，请妥善保存：

              \(document.key)

            用法：Authorization: Bearer <密钥>

            """)
    }
}
