@testable import Registry

/// The answer a request was given, sealed.
struct ReplyRow {
    let digest: LookupKey
    let response: [UInt8]
}

extension ReplyRow: Row {
    var bytes: [UInt8] {
        var writer = ByteWriter(capacity: 64)
        writer.signed(digest.value)
        writer.sized(response)
        return writer.result
    }

    init(_ bytes: [UInt8]) throws {
        var reader = ByteReader(bytes)
        guard let digest = reader.signed(), let response = reader.sized(), reader.isAtEnd else { throw UnreadableRow() }
        self.digest = LookupKey(digest)
        self.response = response
    }
}
