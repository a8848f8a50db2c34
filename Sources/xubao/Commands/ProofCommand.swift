import ArgumentParser
import Registry

/// `xubao proof`: one file by which anybody can check what was recorded of a policy.
struct ProofCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "proof", abstract: "A proof file of a policy, which anybody can check offline.",
        discussion: "It shows who reported the policy, and for when; --open shows more of it.")

    @Argument(help: "The policy number.") var policyNumber: String
    @Option(parsing: .upToNextOption, help: "Further fields to show, such as plate or vin.") var open: [String] = []
    @Option(help: "Code of the insurer, where several have used the number.") var insurer: String?
    @Option(help: "Write the proof to this file.") var output: String?
    @OptionGroup var data: DataOptions

    /// What was acknowledged a moment ago is published within a second.
    private static let tries = 3

    func run() async throws {
        let code = try insurer.map { text in
            guard let code = InsurerCode(text) else {
                throw CommandFailure.usage("保险公司代码应是 2 至 12 位字母和数字", next: "xubao insurer list")
            }
            return code
        }
        let request = ProofRequest(policyNumber: policyNumber, insurer: code, open: open)
        _ = try request.shownFields()
        let channel = try await data.open()
        let proof = try await proof(for: request, from: channel)
        try await channel.close()
        let file = OutputFile(path: output)
        if data.json {
            try writeJSON(proof, file)
        } else {
            try file.write(proof)
            if !file.isTerminal {
                Terminal.write("证明已写入 \(output ?? "")，任何人都可以检查：xubao verify-proof \(output ?? "")\n")
            }
        }
    }

    private func proof(for request: ProofRequest, from channel: any OperatorChannel) async throws -> [UInt8] {
        for _ in 1..<Self.tries {
            do { return try await channel.proof(for: request) } catch let problem as Problem
                where problem.code == "notYetPublished"
            { try await Task.sleep(for: .seconds(1)) }
        }
        return try await channel.proof(for: request)
    }

    private func writeJSON(_ proof: [UInt8], _ file: OutputFile) throws {
        if !file.isTerminal { try file.write(proof) }
        var writer = JSONWriter()
        writer.object {
            $0.member("policyNumber", policyNumber)
            $0.member("proof", String(decoding: proof, as: UTF8.self))
            $0.member("file", file.isTerminal ? nil : output)
        }
        Terminal.write(writer.bytes + [0x0A])
    }
}
