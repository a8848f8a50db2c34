import ArgumentParser
import Foundation
import Registry
import Storage

/// `xubao rebuild-index`: makes every row anew that the entries tell, and says what differed.
struct RebuildIndexCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebuild-index",
        abstract: "Derive folds, look-ups and counts again from the entries, and put right what differs.")

    @OptionGroup var data: DataOptions

    func run() async throws {
        let directory = try DataDirectory(path: data.path, create: false)
        let bar = VerificationProgress("重建")
        defer { bar.finish() }
        let report: IndexRebuild.Report
        do {
            report = try IndexRebuild.run(in: directory, masterKeyPath: DataOptions.masterKeyPath) {
                bar.update($0, of: $1)
            }
        } catch let divergence as Divergence {
            bar.finish()
            Terminal.write(
                data.json
                    ? VerificationReport.json(of: divergence) + [0x0A]
                    : Array(VerificationReport.text(of: divergence).utf8))
            throw ExitCode(1)
        }
        bar.finish()
        Terminal.write(data.json ? Self.json(report) + [0x0A] : Array(Self.text(report).utf8))
        if report.insurersInDoubt > 0 { throw ExitCode(1) }
    }

    private static func text(_ report: IndexRebuild.Report) -> String {
        guard !report.isUnchanged else { return "查过 \(report.entries) 条记录：由它们得出的各表都没有差别\n" }
        let counts: [(Int64, String)] = [
            (report.folds, "份车辆档案已重新归并"), (report.keysAdded, "个查询键已补上"),
            (report.keysRemoved, "个没有依据的查询键已去掉"), (report.reports, "条已收记录已重新登记"),
            (report.quarantined, "条待核记录已改正"), (report.insurers, "家保险公司的计数已改正"),
            (report.erasures, "条删除个人信息的登记已改正"),
            (report.digestsLost, "条记录的校验值已丢失：同一条再送来时认不出是重复"),
            (report.insurersInDoubt, "家保险公司的名称或报送进度被改动，记录中没有依据，未改；请核对后重新登记"),
        ]
        let lines = counts.filter { $0.0 > 0 }.map { "  \($0.0) \($0.1)" }
        return (["查过 \(report.entries) 条记录"] + lines).joined(separator: "\n") + "\n"
    }

    private static func json(_ report: IndexRebuild.Report) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("entries", report.entries)
            writer.member("folds", report.folds)
            writer.member("keysAdded", report.keysAdded)
            writer.member("keysRemoved", report.keysRemoved)
            writer.member("reports", report.reports)
            writer.member("quarantined", report.quarantined)
            writer.member("insurers", report.insurers)
            writer.member("erasures", report.erasures)
            writer.member("digestsLost", report.digestsLost)
            writer.member("insurersInDoubt", report.insurersInDoubt)
        }
        return writer.bytes
    }
}
