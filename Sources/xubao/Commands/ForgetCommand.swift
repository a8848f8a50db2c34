import ArgumentParser
import Foundation
import Registry
import Storage

/// `xubao forget`: erases what was reported of a person, once the law no longer wants it kept.
struct ForgetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget",
        abstract: "Erase the personal values of a party to a contract, for ever.",
        discussion: """
            Everything the insurer reported of that person goes: names, document numbers, phones. The contract, the \
            log and every proof stay, and an entry says that it was erased. Without --yes it asks first.
            """)

    @Argument(help: "The policy number.") var policyNumber: String
    @Option(help: "Code of the insurer, where several have used the number.") var insurer: String?
    @Option(help: "policyholder or insured, where they are two persons.") var party: String?
    @ArgumentParser.Flag(help: "Do it without asking.") var yes = false
    @OptionGroup var data: DataOptions

    func run() async throws {
        let code = try insurer.map { text in
            guard let code = InsurerCode(text) else {
                throw CommandFailure.usage("保险公司代码应是 2 至 12 位字母和数字", next: "xubao insurer list")
            }
            return code
        }
        let party = try party.map { text in
            guard let party = Party(rawValue: text) else {
                throw CommandFailure.usage("--party 应是 policyholder（投保人）或 insured（被保险人）", next: "xubao forget --help")
            }
            return party
        }
        let document: [UInt8]?
        do { document = try await erase(code, party) } catch {
            // Perhaps the one before was cut off between the two.
            try? refreshBackups()
            throw error
        }
        guard let document else {
            Terminal.complain("没有删除")
            throw ExitCode(1)
        }
        Terminal.write(data.json ? document + [0x0A] : Array(try Report(document).text.utf8))
        try refreshBackups()
    }

    /// `nil` when it was not confirmed.
    private func erase(_ code: InsurerCode?, _ party: Party?) async throws -> [UInt8]? {
        let channel = try await data.open()
        func request(isConfirmed: Bool) -> ErasureRequest {
            ErasureRequest(policyNumber: policyNumber, insurer: code, party: party, isConfirmed: isConfirmed)
        }
        do {
            var document: [UInt8]?
            var isConfirmed = yes
            if !yes { isConfirmed = try confirms(Report(try await channel.erase(request(isConfirmed: false)))) }
            if isConfirmed {
                document = try await channel.erase(request(isConfirmed: true))
            }
            try await channel.close()
            return document
        } catch {
            try? await channel.close()
            throw error
        }
    }

    /// The backups forget as well; those out of reach do with the next backup.
    private func refreshBackups() throws {
        for path in try BackupRun.refreshKeys(dataPath: data.path, masterKeyPath: DataOptions.masterKeyPath) {
            Terminal.complain("备份目录 \(path) 现在写不进去，里面还有已删除者的密钥：服务运行时会每分钟再试，或再做一次 xubao backup")
        }
    }

    /// Asks at the keyboard; nobody else can answer.
    private func confirms(_ plan: Report) throws -> Bool {
        guard isatty(0) == 1 else {
            throw CommandFailure.usage("删除不能撤销，需要确认", next: "确定要删除时加上 --yes")
        }
        let whom = plan.parties.compactMap { Party(rawValue: $0)?.chinese }.joined(separator: "和")
        Terminal.complain(
            "将删除\(whom)（同一人）的个人信息：\(plan.contracts) 份保单，共 \(plan.entries) 处。保管期限已满（\(plan.freeFrom) 起可以删除）。")
        Terminal.complain("删除后任何人都不能恢复。确定请输入 yes：")
        return readLine()?.trimmingCharacters(in: .whitespaces).lowercased() == "yes"
    }

    /// What the registry says of it.
    private struct Report: Decodable {
        let entries: Int
        let contracts: Int
        let freeFrom: String
        let erasedBy: [String]
        let parties: [String]

        init(_ document: [UInt8]) throws { self = try JSONDecoder().decode(Report.self, from: Data(document)) }

        var text: String {
            let log = erasedBy.count == 1 ? erasedBy[0] : "\(erasedBy.first ?? "") 至 \(erasedBy.last ?? "")"
            return """
                已删除 \(entries) 处个人信息（\(contracts) 份保单），删除记在日志条目 \(log)

                """
        }
    }
}
