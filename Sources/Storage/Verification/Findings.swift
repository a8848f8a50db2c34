import GRDB
import Registry
import Synchronization

/// The divergences found so far; kept is the one a person should hear of first.
final class Findings: Sendable {
    private struct State {
        var first: Divergence?
        /// Why it cannot go on, where that is no divergence.
        var fault: (any Error)?
    }

    private let state = Mutex(State())

    var first: Divergence? { state.withLock { $0.first } }

    func add(_ error: any Error) {
        let divergence = Self.divergence(error)
        state.withLock { state in
            guard let divergence else {
                state.fault = state.fault ?? error
                return
            }
            if let first = state.first, !Divergence.precedes(divergence, first) { return }
            state.first = divergence
        }
    }

    /// Runs the body; what it throws is kept, and what cannot be a divergence is thrown on.
    @discardableResult
    func collect<Value>(_ body: () throws -> Value) throws -> Value? {
        do { return try body() } catch {
            guard Self.divergence(error) != nil else { throw error }
            add(error)
            return nil
        }
    }

    func throwFirst(ifFatal isFatal: Bool = false) throws {
        let state = state.withLock { $0 }
        if let fault = state.fault { throw fault }
        if let first = state.first, !isFatal || first.isFatal { throw first }
    }

    /// A database that SQLite cannot read is one too.
    static func divergence(_ error: any Error) -> Divergence? {
        switch error {
        case let divergence as Divergence: divergence
        case let error as DatabaseError where [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode):
            .databaseDamaged(file: "", says: "SQLite \(error.extendedResultCode.rawValue)")
        case RegistryFault.stopped(let reason) where reason.hasPrefix("SQLite"):
            .databaseDamaged(file: "", says: reason)
        default: nil
        }
    }
}

extension Divergence {
    /// Whether tables cannot be looked through any further.
    fileprivate var isFatal: Bool {
        switch self {
        case .databaseDamaged, .schemaDiffers: true
        default: false
        }
    }
}
