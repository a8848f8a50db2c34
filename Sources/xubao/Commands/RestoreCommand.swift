import ArgumentParser
import DurableFiles
import Foundation
import Glibc
import LogFiles
import Registry
import Regulation
import Storage

/// `xubao restore DIR`: makes a data directory from backups, proves it, and only then gives it its name.
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Make a data directory from a backup, as it was then or at a moment before.",
        discussion: """
            Every byte is checked as it is read, everything that follows from the entries is derived anew, and what \
            was erased since then is erased again. The directory appears under its name when all of it is proven.
            """)

    @Argument(help: "Directory of backups.") var directory: String
    @Option(help: "Restore what was known at this moment.") var to: String?
    @ArgumentParser.Flag(help: "Take the place of the registry that is there; it is kept under another name.")
    var replace = false
    @OptionGroup var data: DataOptions

    func run() async throws {
        let moment = try to.map { text in
            guard let instant = Instant.read(text)?.instant else {
                throw CommandFailure.usage(
                    "读不懂 --to \(text)", next: "写作 2026-11-21T10:00:00+08:00 或 \"2026-11-21 10:00\"")
            }
            return instant
        }
        umask(0o077)
        let target = data.path.hasSuffix("/") ? String(data.path.dropLast()) : data.path
        let place = RestorePlace(path: target)
        let isHeld = try place.check(replaces: replace)
        defer { withExtendedLifetime(isHeld) {} }
        let keyPath = try masterKeyPath(target)
        let key = try MasterKey(path: keyPath, mayCreate: false)
        let draft = try place.makeDraft()
        let (report, summary): (RestoreRun.Report, VerificationSummary)
        do {
            report = try restore(into: draft, at: moment, key, keyPath)
            summary = try await prove(draft)
            try keepCheckpoint(draft)
        } catch {
            place.dropDraft()
            guard let divergence = error as? Divergence else { throw error }
            Terminal.write(
                data.json
                    ? VerificationReport.json(of: divergence) + [0x0A]
                    : Array(VerificationReport.text(of: divergence).utf8))
            throw ExitCode(1)
        }
        try place.takeName()
        Terminal.write(
            data.json ? json(report, summary) + [0x0A] : Array(text(report, replaced: place.kept).utf8))
    }

    /// The one that is set, else the one that lies in the target, else where it lay when the backup was made.
    private func masterKeyPath(_ target: String) throws -> String {
        if let path = DataOptions.masterKeyPath { return path }
        let own = target + "/master.key"
        if FileManager.default.fileExists(atPath: own) { return own }
        let recorded = try RestoreRun.recordedMasterKey(of: directory)
        guard FileManager.default.fileExists(atPath: recorded) else {
            throw CommandFailure.usage(
                "恢复需要主密钥，它不在备份里；当时在 \(recorded)，现在那里没有",
                next: "把主密钥放到 \(own)（权限 0600），或用 XUBAO_MASTER_KEY 指明它在哪里")
        }
        return recorded
    }

    private func restore(into draft: String, at moment: Instant?, _ key: MasterKey, _ keyPath: String) throws
        -> RestoreRun.Report
    {
        let bar = VerificationProgress("恢复")
        defer { bar.finish() }
        let held = try DataDirectory(path: draft, create: true)
        if DataOptions.masterKeyPath == nil {
            guard let bytes = try DurableFile.read(keyPath) else {
                throw CommandFailure.usage("读不到主密钥 \(keyPath)", next: "检查路径和权限")
            }
            try DurableFile.replace(held.masterKeyPath, with: bytes, mode: 0o600)
        }
        return try RestoreRun.run(from: directory, masterKey: key, into: held, at: moment) { bar.update($0, of: $1) }
    }

    /// Publishes the log anew and checks everything, as `xubao verify` does.
    private func prove(_ draft: String) async throws -> VerificationSummary {
        let log = LogDirectory(path: draft + "/log")
        let store = try RegistryStore(
            directory: DataDirectory(path: draft, create: false), create: false,
            masterKeyPath: DataOptions.masterKeyPath, logStore: log)
        try store.close()
        let verification = try RegistryVerification(path: draft, masterKeyPath: DataOptions.masterKeyPath)
        let bar = VerificationProgress("核对")
        defer { bar.finish() }
        return try verification.run(log: DirectoryLog(directory: log, identity: verification.identity)) {
            bar.update($0, of: $1)
        }
    }

    /// The restored log as it is now, before it goes on: what proves it the beginning of the one it was taken from.
    private func keepCheckpoint(_ draft: String) throws {
        guard let bytes = try DurableFile.read(draft + "/log/checkpoint") else { return }
        try DurableFile.replace(draft + "/restored-checkpoint", with: bytes, mode: 0o600)
    }

    private func text(_ report: RestoreRun.Report, replaced: String?) -> String {
        var lines = ["已恢复到 \(data.path)：\(report.entries) 条记录，全部核对无误"]
        if let last = report.lastCommittedAt { lines.append("最后一条受理于 \(last.text)（备份时刻 \(report.takenAt.text)）") }
        if report.provenIn > 0 {
            lines.append(
                report.provenIn >= report.entries
                    ? "它们是当时已公布的 \(report.provenIn) 条日志的开头 \(report.entries) 条，与当时签署的检查点相符"
                    : "其中前 \(report.provenIn) 条与当时签署的检查点相符，其余当时还没有公布")
        }
        if report.erasedAfter > 0 { lines.append("此后删除过个人信息的 \(report.erasedAfter) 人仍然是删除的，启动时会重新记入日志") }
        if let replaced { lines.append("原来的数据目录改名为 \(replaced)") }
        lines.append("向旁人证明：xubao verify --url 原来的地址 --known \(data.path)/restored-checkpoint")
        if report.entries < report.provenIn {
            lines.append("注意：在这里受理新记录，日志就与已公布的 \(report.provenIn) 条分叉，见证方会拒绝；只查看不受影响")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func json(_ report: RestoreRun.Report, _ summary: VerificationSummary) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("data", data.path)
            writer.member("takenAt", report.takenAt.text)
            writer.member("entries", report.entries)
            writer.member("lastCommittedAt", report.lastCommittedAt?.text)
            writer.member("root", report.root)
            writer.member("provenIn", report.provenIn)
            writer.member("erasedAfter", report.erasedAfter)
            writer.member("vehicles", summary.vehicles)
            writer.member("verified", true)
        }
        return writer.bytes
    }
}
