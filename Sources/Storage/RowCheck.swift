import Crypto
import Registry
import Regulation
import TransparencyLog

/// A keyed check over what a row says, for rows whose values no entry tells and nothing else binds: without the key
/// nobody can make one, and no changed bit keeps it.
///
/// `SHA-256(key ‖ table ‖ values)` cut to 64 bits. The key stands in front of all and three quarters of the digest are
/// cut off, so nothing can be appended.
struct RowCheck: Sendable {
    /// Raw values are hashed; they are never reused.
    enum Table: UInt8 {
        case insurers = 1
        case credentials, quarantine, reports, reportDigests, erasures
    }

    private let key: [UInt8]

    init(master: MasterKey) { key = master.derived("row checks").withUnsafeBytes { Array($0) } }

    private func check(_ table: Table, _ values: Value...) -> Int64 {
        var bytes = key
        bytes.reserveCapacity(128)
        bytes.append(table.rawValue)
        for value in values { value.append(to: &bytes) }
        let digest = bytes.withUnsafeBytes { Hash(of: $0) }
        return Int64(bigEndian: Int64(bitPattern: digest.halves.first.0))
    }

    /// One column; no two rows have the same bytes.
    private enum Value {
        case number(Int64?)
        case text(String)
        case bytes([UInt8])

        fileprivate func append(to result: inout [UInt8]) {
            func number(_ value: Int64) { withUnsafeBytes(of: value.bigEndian) { result.append(contentsOf: $0) } }
            switch self {
            case .number(let value?):
                result.append(1)
                number(value)
            case .number(nil): result.append(0)
            case .text(let text):
                number(Int64(text.utf8.count))
                result.append(contentsOf: text.utf8)
            case .bytes(let bytes):
                number(Int64(bytes.count))
                result.append(contentsOf: bytes)
            }
        }
    }
}

extension RowCheck {
    /// Insurer and sequence the entry tells; the digest of what was sent it does not.
    func report(_ mark: ReportMark) -> Int64 { check(.reports, .number(mark.index), .number(mark.digest.value)) }

    func reportDigest(_ digest: LookupKey, index: Int64) -> Int64 {
        check(.reportDigests, .number(index), .number(digest.value))
    }

    /// Whether it is settled the entries tell.
    func quarantine(_ index: Int64, _ digest: LookupKey, keyNumber: Int64?) -> Int64 {
        check(.quarantine, .number(index), .number(digest.value), .number(keyNumber))
    }

    /// Without it nobody can have a key given up by changing a row.
    func erasure(of key: Int64, by entry: Int64?, was: [UInt8]) -> Int64 {
        check(.erasures, .number(key), .number(entry), .bytes(was))
    }

    func insurer(_ code: String, _ insurer: FeedStatus.Insurer) -> Int64 {
        check(
            .insurers, .text(code), .text(insurer.name), .number(insurer.reportedThrough?.milliseconds),
            .number(insurer.lastAcceptedAt?.milliseconds), .number(insurer.accepted),
            .number(insurer.openQuarantine), .bytes(insurer.sequences.bytes))
    }

    func credential(_ credential: Credential, revokedAt: Int64? = nil) -> Int64 {
        check(
            .credentials, .bytes(credential.keyHash), .text(credential.role.rawValue),
            .text(credential.holder.text), .text(credential.name), .number(credential.createdAt.milliseconds),
            .number(revokedAt))
    }
}
