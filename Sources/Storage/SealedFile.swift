import Glibc
import Registry

/// A file of the registry's own, sealed and always replaced whole: after a crash it is there as it was or as it is now.
package final class SealedFile: Sendable {
    private let path: String
    private let table: RowSealer.Table
    private let sealer: RowSealer

    init(path: String, _ table: RowSealer.Table, sealer: RowSealer) {
        self.path = path
        self.table = table
        self.sealer = sealer
    }

    /// `nil` when it was never written. Throws when it is damaged.
    package func load() throws -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw DurableFile.fault(path)
        }
        defer { close(descriptor) }
        return try sealer.open(try DurableFile.read(descriptor, path: path), table, row: 0)
    }

    package func save(_ bytes: [UInt8]) throws {
        let draft = path + ".new"
        try DurableFile.write(try sealer.seal(bytes, table, row: 0), to: draft, mode: 0o600)
        try DurableFile.rename(draft, to: path)
    }
}
