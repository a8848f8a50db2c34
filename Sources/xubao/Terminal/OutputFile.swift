import Foundation

/// Where a command puts what it made: a file that is named, else stdout.
struct OutputFile {
    /// `nil` and `-` are stdout.
    let path: String?

    var isTerminal: Bool { path == nil || path == "-" }

    func write(_ bytes: [UInt8]) throws {
        guard let path, path != "-" else { return Terminal.write(bytes) }
        do { try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic) } catch {
            throw CommandFailure.usage("不能写入文件 \(path)", next: "检查路径和权限")
        }
    }
}
