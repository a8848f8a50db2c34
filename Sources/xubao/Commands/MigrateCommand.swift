import ArgumentParser
import Foundation
import Registry
import Storage

/// `xubao migrate`: brings a data directory to the schema of this program.
struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: "Bring a data directory to this version's schema; killed half-way, run it again.",
        discussion: "serve does the same when it starts. Each step is done whole or not at all. Back up before.")

    @OptionGroup var data: DataOptions

    func run() async throws {
        guard FileManager.default.fileExists(atPath: data.path + "/registry.sqlite") else {
            throw StorageFault.unreadable(path: data.path, reason: "no registry here")
        }
        let directory = try DataDirectory(path: data.path, create: false)
        let taken = try SchemaMigration.run(in: directory, masterKeyPath: DataOptions.masterKeyPath) { step in
            if Terminal.isInteractive { Terminal.complain("正在做：\(step)") }
        }
        guard !data.json else {
            var writer = JSONWriter()
            writer.object { writer in
                writer.member("taken", array: { writer in for step in taken { writer.value(step) } })
            }
            return Terminal.write(writer.bytes + [0x0A])
        }
        Terminal.write(
            taken.isEmpty
                ? "数据格式已是最新，没有要做的\n"
                : (["数据格式已升级，共 \(taken.count) 步："] + taken.map { "  \($0)" }).joined(separator: "\n") + "\n")
    }
}
