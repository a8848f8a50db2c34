import DurableFiles
import Foundation

/// Where a registry was backed up to, and how many of its erasures each of these directories knows of. A file of lines:
/// how many, a tab, the path.
struct KnownBackups {
    struct Known {
        let path: String
        var erasures: Int
    }

    private let file: String

    init(dataPath: String) { file = dataPath + "/backups" }

    func all() throws -> [Known] {
        let text = String(decoding: try DurableFile.read(file) ?? [], as: UTF8.self)
        return text.split(separator: "\n").compactMap { line in
            let parts = line.split(separator: "\t", maxSplits: 1)
            guard parts.count == 2, let erasures = Int(parts[0]) else { return nil }
            return Known(path: String(parts[1]), erasures: erasures)
        }
    }

    /// Notes a directory, or that it knows of so many erasures now.
    func note(_ directory: String, erasures: Int) throws {
        let absolute = URL(fileURLWithPath: directory).standardizedFileURL.path
        guard !absolute.contains("\n") else { return }
        let known = try all().filter { $0.path != absolute } + [Known(path: absolute, erasures: erasures)]
        let lines = known.map { "\($0.erasures)\t\($0.path)\n" }.joined()
        try DurableFile.replace(file, with: Array(lines.utf8), mode: 0o600)
    }
}
