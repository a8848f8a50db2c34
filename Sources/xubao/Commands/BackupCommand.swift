import ArgumentParser
import Foundation
import LogFiles
import Registry
import Regulation
import Storage

/// `xubao backup DIR`: an encrypted backup, made while the server runs.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Back up a data directory, also while a server runs on it.",
        discussion: """
            Everything is encrypted with the master key, which is not in the backup: keep it elsewhere. Full stretches \
            of the log are written once and shared by all backups in the directory. Every entry is checked on the way.
            """)

    @Argument(help: "Directory of backups; made when it is not there.") var directory: String
    @OptionGroup var data: DataOptions

    func run() async throws {
        let bar = VerificationProgress("备份")
        defer { bar.finish() }
        let verification = try RegistryVerification(path: data.path, masterKeyPath: DataOptions.masterKeyPath)
        let log = DirectoryLog(directory: LogDirectory(path: data.path + "/log"), identity: verification.identity)
        // Everything committed by then is visible from then on; somebody else may hold the directory.
        let channel = try? await data.open()
        let reach = try? await channel?.barrier()
        try? await channel?.close()
        do {
            let report = try BackupRun.run(
                dataPath: data.path, masterKeyPath: DataOptions.masterKeyPath, to: directory, log: log,
                reach: reach, clock: SystemClock()
            ) { bar.update($0, of: $1) }
            bar.finish()
            Terminal.write(data.json ? json(report) + [0x0A] : Array(text(report).utf8))
        } catch let divergence as Divergence {
            bar.finish()
            Terminal.write(
                data.json
                    ? VerificationReport.json(of: divergence) + [0x0A]
                    : Array(VerificationReport.text(of: divergence).utf8))
            throw ExitCode(1)
        }
    }

    private func text(_ report: BackupRun.Report) -> String {
        """
        已备份 \(report.entries) 条记录（本次写入 \(report.written) 条），逐条核对过，可恢复到 \(report.reach.text) 以前的任何时刻
        备份已加密；恢复需要主密钥 \(DataOptions.masterKeyPath ?? data.path + "/master.key")，备份里没有它，请另存一份
        恢复：xubao restore \(directory) --data 新目录

        """
    }

    private func json(_ report: BackupRun.Report) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("takenAt", report.takenAt.text)
            writer.member("reach", report.reach.text)
            writer.member("entries", report.entries)
            writer.member("written", report.written)
            writer.member("root", report.root)
            writer.member("directory", directory)
        }
        return writer.bytes
    }
}
