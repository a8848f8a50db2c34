import ArgumentParser

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
