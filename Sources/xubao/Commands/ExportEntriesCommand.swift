import ArgumentParser
import DurableFiles
import Foundation
import Glibc
import Registry
import Storage

/// `xubao export-entries`: every entry as a line of JSON, for whoever wants to count it again.
struct ExportEntriesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export-entries",
        abstract: "Write the entries out as lines of JSON, also while a server runs.",
        discussion: "Plates, VINs and engine numbers, and what persons are named, are left out unless asked for.")

    @Option(help: "Index of the first entry.") var from: Int64 = 0
    @ArgumentParser.Flag(help: "With plates, VINs and engine numbers.") var withVehicles = false
    @ArgumentParser.Flag(help: "With names, document numbers and phones.") var withPersons = false
    @Option(help: "Write to this file, which only its owner can read.") var output: String?
    @OptionGroup var data: DataOptions

    func run() async throws {
        guard from >= 0 else { throw CommandFailure.usage("--from 应是不小于 0 的整数", next: "序位从 0 起") }
        var scope = EntryExport.Scope()
        scope.from = from
        scope.showsVehicles = withVehicles
        scope.showsPersons = withPersons
        umask(0o077)
        let file = try output.map { try DurableWriter(path: $0, mode: 0o600) }
        let bar = VerificationProgress("导出")
        defer { bar.finish() }
        do {
            let count = try EntryExport.run(
                path: data.path, masterKeyPath: DataOptions.masterKeyPath, scope, progress: { bar.update($0, of: $1) },
                write: { lines in if let file { try file.write(lines) } else { Terminal.write(lines) } })
            try file?.finish()
            bar.finish()
            if let output { Terminal.complain("已导出 \(count) 条记录到 \(output)") }
        } catch let divergence as Divergence {
            bar.finish()
            Terminal.complain(VerificationReport.text(of: divergence))
            throw ExitCode(1)
        }
    }
}
