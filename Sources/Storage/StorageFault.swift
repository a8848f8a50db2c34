import DurableFiles
import GRDB
import Registry

/// Why the store could not do what was asked.
package enum StorageFault: Error, Equatable {
    /// Another process owns the data directory.
    case directoryInUse(holder: String)
    /// A file or directory cannot be made, opened or read; the path is the operator's own.
    case unreadable(path: String, reason: String)
    /// The key file is not the one this data was written with.
    case wrongKey
    /// A stored value does not open under its key: it was changed or damaged.
    case damaged(table: String, row: Int64)

    /// Sorts what SQLite says into what it means for us.
    static func from(_ error: any Error) -> any Error {
        if case DurableFileFault.full = error { return RegistryFault.diskFull }
        guard let error = error as? DatabaseError else { return error }
        switch error.resultCode {
        case .SQLITE_FULL: return RegistryFault.diskFull
        case .SQLITE_IOERR, .SQLITE_CORRUPT, .SQLITE_NOTADB:
            return RegistryFault.stopped(reason: "SQLite \(error.extendedResultCode.rawValue)")
        default: return error
        }
    }
}
