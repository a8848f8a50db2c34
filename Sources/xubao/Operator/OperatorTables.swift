import Foundation
import Regulation

/// The tables of the law, with an operator's rows laid over them: files of rows, and all of `law/` in a data directory.
enum OperatorTables {
    static func load(files: [String] = [], dataDirectory: String? = nil) throws -> LawTables {
        var tables: LawTables
        do { tables = try LawTables.published.get() } catch {
            throw CommandFailure.system("随程序发布的费率表损坏：\(error)", next: "重新安装")
        }
        for path in try files + (dataDirectory.map(rowFiles) ?? []) { tables = try with(path, tables) }
        return tables
    }

    private static func with(_ path: String, _ tables: LawTables) throws -> LawTables {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw CommandFailure.usage("读不到文件 \(path)", next: "检查路径和权限")
        }
        do { return try tables.with(operatorRows: Array(bytes)) } catch {
            let findings = error.findings.map { "  \($0.path.map { "\($0): " } ?? "")\($0.message)" }
            throw CommandFailure.usage(
                (["\(path) 不能采用"] + findings).joined(separator: "\n"), next: "改正后再试，或先移走这个文件")
        }
    }

    /// In the order of their names, so that the same directory gives the same tables.
    private static func rowFiles(in directory: String) throws -> [String] {
        let folder = directory + "/law"
        guard FileManager.default.fileExists(atPath: folder) else { return [] }
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".json") }
                .sorted().map { "\(folder)/\($0)" }
        } catch { throw CommandFailure.usage("读不到目录 \(folder)", next: "检查权限") }
    }
}
