import ArgumentParser
import Dispatch
import Foundation
import LogFiles
import Registry
import Storage
import TransparencyLog

/// `xubao verify`: derives everything again and compares; exit code 1 and the first divergence when anything differs.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check the registry against its log and against checkpoints and receipts kept elsewhere.")

    @Option(help: "Check the log at this address from its public files alone, without a data directory.")
    var url: String?
    @Option(parsing: .upToNextOption, help: "Files of checkpoints and receipts kept elsewhere, several in each.")
    var known: [String] = []
    @Option(help: "File with the log's public key, as it was passed on; with --url.") var key: String?
    @OptionGroup var data: DataOptions

    func run() async throws {
        guard url != nil || key == nil else {
            throw CommandFailure.usage("--key 只与 --url 一起用", next: "数据目录里的日志用目录自己的密钥核对")
        }
        do {
            let report = try await Self.offEventLoops { try url.map(verifyLog) ?? verifyDirectory() }
            Terminal.write(data.json ? report.json + [0x0A] : Array(report.text.utf8))
        } catch let divergence as Divergence {
            Terminal.write(
                data.json
                    ? VerificationReport.json(of: divergence) + [0x0A]
                    : Array(VerificationReport.text(of: divergence).utf8))
            throw ExitCode(1)
        }
    }

    private func verifyDirectory() throws -> VerificationReport {
        let verification = try RegistryVerification(path: data.path, masterKeyPath: DataOptions.masterKeyPath)
        let log = DirectoryLog(
            directory: LogDirectory(path: data.path + "/log"), identity: verification.identity)
        let bar = VerificationProgress("核对")
        defer { bar.finish() }
        let known = try knownStatements(of: verification.identity)
        return VerificationReport(try verification.run(log: log, known: known) { bar.update($0, of: $1) })
    }

    private func verifyLog(at url: String) throws -> VerificationReport {
        let log = try RemoteLog(url: url, key: try key.map(Self.read))
        let bar = VerificationProgress("核对公开日志")
        defer { bar.finish() }
        let known = try knownStatements(of: log.logIdentity)
        let audit = try LogAudit.run(log, known: known) { bar.update($0, of: $1) }
        var summary = VerificationSummary()
        summary.published = audit.checkpoint.size
        summary.logFiles = audit.files
        summary.knownCheckpoints = known.checkpoints.count
        summary.knownReceipts = known.receipts.count
        return VerificationReport(
            summary, isPublicOnly: true, unconfirmedKey: key == nil ? log.logIdentity.verifiers[0].encoded : nil)
    }

    private func knownStatements(of log: LogIdentity) throws -> KnownStatements {
        var statements = KnownStatements()
        for path in known {
            try statements.add(Self.read(path), named: URL(fileURLWithPath: path).lastPathComponent, of: log) { note in
                log.verifiers.lazy.compactMap { try? Receipt(note, by: $0) }.first
            }
        }
        return statements
    }

    private static func read(_ path: String) throws -> String {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw CommandFailure.usage("读不到文件 \(path)", next: "检查路径和权限")
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// On a thread of its own: the work takes its time, and waits for the network.
    private static func offEventLoops<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws
        -> Value
    {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(with: Result { try body() }) }
        }
    }
}
