@testable import Registry

/// Whose note lies at a place of the log.
struct NotePlaceRow {
    let insurer: InsurerCode
    let digest: LookupKey
}

extension NotePlaceRow: Row {
    var bytes: [UInt8] {
        var writer = ByteWriter(capacity: 64)
        writer.text(insurer.text)
        writer.signed(digest.value)
        return writer.result
    }

    init(_ bytes: [UInt8]) throws {
        var reader = ByteReader(bytes)
        guard let insurer = reader.text(longest: 64).flatMap({ InsurerCode($0) }), let digest = reader.signed() else {
            throw UnreadableRow()
        }
        self.insurer = insurer
        self.digest = LookupKey(digest)
    }
}
