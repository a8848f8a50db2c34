import DurableFiles
import Foundation

/// Where a registry was backed up to, so that what is erased here is erased there. A file of paths, one a line.
struct KnownBackups {
    private let path: String

    init(dataPath: String) { path = dataPath + "/backups" }

    func paths() throws -> [String] {
        let text = String(decoding: try DurableFile.read(path) ?? [], as: UTF8.self)
        return text.split(separator: "\n").map(String.init)
    }

    func add(_ directory: String) throws {
        let absolute = URL(fileURLWithPath: directory).standardizedFileURL.path
        let known = try paths()
        guard !known.contains(absolute), !absolute.contains("\n") else { return }
        let lines = (known + [absolute]).map { $0 + "\n" }.joined()
        try DurableFile.replace(path, with: Array(lines.utf8), mode: 0o600)
    }
}
