import DurableFiles

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
        try DurableFile.read(path).map { try sealer.open($0, table, row: 0) }
    }

    package func save(_ bytes: [UInt8]) throws {
        try DurableFile.replace(path, with: try sealer.seal(bytes, table, row: 0), mode: 0o600)
    }
}
