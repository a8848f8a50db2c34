import Crypto
import FoundationEssentials
import Registry

/// Seals rows with AES-256-GCM under the table's key, bound to their place, so that a row cannot be read, changed, or
/// put in another's place unseen. The tag is the checksum that every read verifies.
final class RowSealer: Sendable {
    enum Table: String {
        case entries, files, idempotency, guessLimits, scrub
    }

    /// For what is not sealed.
    let checks: RowCheck
    private let entries, files, idempotency, guessLimits, scrub: SymmetricKey
    private let random: any RandomSource

    init(master: MasterKey, random: any RandomSource) {
        func key(_ table: Table) -> SymmetricKey { master.derived("rows/\(table.rawValue)") }
        checks = RowCheck(master: master)
        entries = key(.entries)
        files = key(.files)
        idempotency = key(.idempotency)
        guessLimits = key(.guessLimits)
        scrub = key(.scrub)
        self.random = random
    }

    /// nonce ‖ ciphertext ‖ tag. `columns` are others of the row that are bound in with it.
    func seal(_ plain: [UInt8], _ table: Table, row: Int64, columns: [Int64] = []) throws -> [UInt8] {
        let box = try AES.GCM.seal(
            plain, using: key(table), nonce: AES.GCM.Nonce(data: random.bytes(count: 12)),
            authenticating: place(row, columns))
        var result: [UInt8] = []
        result.reserveCapacity(plain.count + 28)
        box.nonce.withUnsafeBytes { result.append(contentsOf: $0) }
        box.ciphertext.withUnsafeBytes { result.append(contentsOf: $0) }
        box.tag.withUnsafeBytes { result.append(contentsOf: $0) }
        return result
    }

    /// Throws `damaged` for anything that was not sealed for this very row.
    func open(_ sealed: [UInt8], _ table: Table, row: Int64, columns: [Int64] = []) throws -> [UInt8] {
        guard let box = try? AES.GCM.SealedBox(combined: sealed),
            let plain = try? AES.GCM.open(box, using: key(table), authenticating: place(row, columns))
        else { throw StorageFault.damaged(table: table.rawValue, row: row) }
        return Array(plain)
    }

    private func key(_ table: Table) -> SymmetricKey {
        switch table {
        case .entries: entries
        case .files: files
        case .idempotency: idempotency
        case .guessLimits: guessLimits
        case .scrub: scrub
        }
    }

    private func place(_ row: Int64, _ columns: [Int64]) -> [UInt8] {
        var place = withUnsafeBytes(of: row.bigEndian) { Array($0) }
        for column in columns { withUnsafeBytes(of: column.bigEndian) { place.append(contentsOf: $0) } }
        return place
    }
}
