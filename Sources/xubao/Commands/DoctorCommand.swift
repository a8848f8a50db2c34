import ArgumentParser
import Foundation
import LogFiles
import Registry
import Regulation
import Storage
import TransparencyLog

/// `xubao doctor`: whether all is well with a data directory, and what to do where it is not.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Look whether all is well with a data directory, also while a server runs.",
        discussion: "Takes seconds, and changes nothing. xubao verify checks every record. Ends with 1 on a fault.")

    @OptionGroup var data: DataOptions

    func run() async throws {
        let facts = try DirectoryFacts(path: data.path, masterKeyPath: DataOptions.masterKeyPath)
        let verification = try RegistryVerification(path: data.path, masterKeyPath: DataOptions.masterKeyPath)
        let log = DirectoryLog(directory: LogDirectory(path: data.path + "/log"), identity: verification.identity)
        let published: Int64?
        do { published = try log.checkpoint().checkpoint.size } catch { published = nil }
        let diagnoses = Diagnosis.all(facts, published: published, at: SystemClock().now, dataPath: data.path)
        Terminal.write(data.json ? json(diagnoses) + [0x0A] : Array(text(diagnoses).utf8))
        if diagnoses.contains(where: { $0.state == .fault }) { throw ExitCode(1) }
    }

    private func text(_ diagnoses: [Diagnosis]) -> String {
        let lines = diagnoses.flatMap { one in
            ["\(one.state.mark) \(one.text)"] + (one.next.map { ["    → \($0)"] } ?? [])
        }
        let faults = diagnoses.count { $0.state == .fault }
        let warnings = diagnoses.count { $0.state == .warning }
        let end = faults + warnings == 0 ? "一切正常" : "\(faults) 处故障，\(warnings) 处提醒"
        return (lines + [Terminal.bold(end)]).joined(separator: "\n") + "\n"
    }

    private func json(_ diagnoses: [Diagnosis]) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("ok", !diagnoses.contains { $0.state == .fault })
            writer.member(
                "checks",
                array: { writer in
                    for one in diagnoses {
                        writer.object { writer in
                            writer.member("check", one.check)
                            writer.member("state", one.state.rawValue)
                            writer.member("text", one.text)
                            writer.member("next", one.next)
                        }
                    }
                })
        }
        return writer.bytes
    }
}
