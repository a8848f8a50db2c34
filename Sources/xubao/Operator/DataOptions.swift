import ArgumentParser
import Foundation
import Registry
import Storage

/// Options every command that touches the data directory takes.
struct DataOptions: ParsableArguments {
    @Option(name: .customLong("data"), help: "Data directory (also XUBAO_DATA).")
    var directory: String?

    @ArgumentParser.Flag(help: "Print one JSON document and nothing else on stdout.")
    var json = false

    static let defaultPath = "xubao-data"

    var path: String { directory ?? ProcessInfo.processInfo.environment["XUBAO_DATA"] ?? Self.defaultPath }

    /// A master key kept outside the data directory.
    static var masterKeyPath: String? { ProcessInfo.processInfo.environment["XUBAO_MASTER_KEY"] }

    /// The server's socket when a server holds the directory, else the directory itself.
    func open(create: Bool = false) async throws -> any OperatorChannel {
        let socket = path + "/xubao.sock"
        if DataDirectory.isHeld(path), FileManager.default.fileExists(atPath: socket) {
            return RemoteChannel(socketPath: socket)
        }
        return try await LocalChannel(directory: path, create: create, masterKeyPath: Self.masterKeyPath)
    }
}

extension TextEncoding {
    /// The encoding an option names; `nil` for `auto`.
    init?(option: String) throws {
        switch option.lowercased() {
        case "auto": return nil
        case "utf-8", "utf8": self = .utf8
        case "gb18030": self = .gb18030
        default: throw CommandFailure.usage("不认识的编码 \(option)", next: "用 auto、utf-8 或 gb18030")
        }
    }
}
