import Foundation

/// The texts of this package as they stand beside the tests, found from the place of this file.
struct SourceTree: Sendable {
    let files: [SourceFile]

    var swift: [SourceFile] { files.filter(\.isSwift) }
    var sources: [SourceFile] { files.filter { $0.isSource && $0.isSwift } }

    init(files: [SourceFile]) { self.files = files }

    /// Read once and shared by the tests of this target.
    static let here: Result<SourceTree, any Error> = Result { try SourceTree(root: root) }

    private static var root: URL {
        URL(filePath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    }

    private static let folders = ["Sources", "Tests", "Benchmarks", "docs", "scripts", "deploy", ".ci"]
    private static let textEndings: Set<String> = [
        "swift", "md", "json", "py", "txt", "csv", "ndjson", "html", "mustache", "css", "js", "svg", "toml", "yaml",
        "yml", "sh", "service", "conf", "ini",
    ]

    private init(root: URL) throws {
        let ending = root.path(percentEncoded: false)
        let rootPath = ending.hasSuffix("/") ? ending : ending + "/"
        let keys: [URLResourceKey] = [.isRegularFileKey]
        var urls = try FileManager.default.contentsOfDirectory(at: root, includingPropertiesForKeys: keys)
            .filter { $0.lastPathComponent != "Package.resolved" && Self.isText($0) }
        for folder in Self.folders {
            let place = root.appending(path: folder)
            guard let walk = FileManager.default.enumerator(at: place, includingPropertiesForKeys: keys)
            else { continue }
            for case let url as URL in walk where Self.isText(url) { urls.append(url) }
        }
        files = try urls.map { url in
            let path = url.path(percentEncoded: false)
            let relative = path.hasPrefix(rootPath) ? String(path.dropFirst(rootPath.count)) : path
            return SourceFile(path: relative, bytes: [UInt8](try Data(contentsOf: url)))
        }
        .sorted { $0.path < $1.path }
    }

    /// Programs without an ending (`Makefile`, `scripts/setup`) are texts too.
    private static func isText(_ url: URL) -> Bool {
        guard (try? url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true else { return false }
        let ending = url.pathExtension.lowercased()
        return ending.isEmpty || textEndings.contains(ending)
    }
}
