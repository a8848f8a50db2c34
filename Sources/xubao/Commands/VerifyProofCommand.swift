import ArgumentParser
import Registry
import Storage
import TransparencyLog

/// `xubao verify-proof`: checks a proof file, an answer card or a receipt with no network and no data directory.
struct VerifyProofCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify-proof", abstract: "Check a proof file, an answer card or a receipt, offline.")

    @Argument(help: "The file, - for stdin.") var file: String
    @Option(help: "File with the registry's published key; below it, one a line, keys of witnesses.") var key: String?
    @ArgumentParser.Flag(help: "Print one JSON document and nothing else on stdout.") var json = false

    /// A proof file is never longer; one byte more is read to know.
    private static let limit = 1 << 20

    func run() async throws {
        let judgement = Evidence.check(
            try await bytes(of: file), by: try await keys(), at: SystemClock().now)
        let lines = EvidenceTexts.lines(judgement, in: Terminal.language)
        switch judgement {
        case .unreadable, .keyWanted:
            if json { Terminal.write(judgement.json + [0x0A]) }
            lines.forEach(Terminal.complain)
            throw ExitCode(2)
        case .refused, .proven, .stated, .received:
            if json {
                Terminal.write(judgement.json + [0x0A])
            } else {
                let first = lines.first.map { [Terminal.bold($0)] } ?? []
                Terminal.write((first + lines.dropFirst()).map { $0 + "\n" }.joined())
            }
            if !judgement.isProven { throw ExitCode(1) }
        }
    }

    private func keys() async throws -> [NoteVerifier] {
        guard let key else { return [] }
        guard let keys = Evidence.keys(in: String(decoding: try await bytes(of: key), as: UTF8.self)) else {
            throw CommandFailure.usage("\(key) 里不是公钥", next: "每行一个，登记簿自己的在最前；公钥公布在 /v1/log/key")
        }
        return keys
    }

    private func bytes(of path: String) async throws -> [UInt8] {
        _ = try ChunkedFile.size(path)
        var bytes: [UInt8] = []
        for try await piece in ChunkedFile(path: path) {
            bytes += piece
            if bytes.count > Self.limit { break }
        }
        return bytes
    }
}
