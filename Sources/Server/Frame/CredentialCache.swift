import Crypto
import HTTPTypes
import Hummingbird
import Registry
import Synchronization

/// Finds out who holds the key a request shows. Keys met lately are remembered by their hash.
final class CredentialCache: Sendable {
    private static let most = 4096
    private let known = Mutex<[[UInt8]: Credential]>([:])

    /// `nil` when no key is shown; throws when the one shown is nobody's. All wrong keys get the same answer.
    func credential(of request: Request, gate: any RegistryGate) throws -> Credential? {
        guard let header = request.headers[.authorization] else { return nil }
        let parts = header.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer", (16...256).contains(parts[1].utf8.count) else {
            throw Problem.unauthorized
        }
        let hash = Array(SHA256.hash(data: Array(parts[1].utf8)))
        if let credential = known.withLock({ $0[hash] }) { return credential }
        guard let credential = try gate.credential(keyHash: hash) else { throw Problem.unauthorized }
        known.withLock { known in
            if known.count >= Self.most { known.removeAll() }
            known[hash] = credential
        }
        return credential
    }

    /// The insurer whose key is shown; anything else is refused.
    func insurer(of request: Request, gate: any RegistryGate) throws -> Credential {
        guard let credential = try credential(of: request, gate: gate) else { throw Problem.unauthorized }
        guard credential.role == .insurer else { throw Problem.forbidden }
        return credential
    }
}
