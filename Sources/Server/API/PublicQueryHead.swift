import HTTPTypes

/// What the head of a request says about whether it may be answered on the event loop.
struct PublicQueryHead {
    /// The client a proxy says it forwards for.
    private(set) var forwarded: String?

    /// `nil` for everything but a public coverage question of known and bounded length on a connection that stays open.
    init?(_ head: HTTPRequest, _ settings: ServerSettings) {
        guard head.method == .post, head.path == "/v1/coverage-queries" else { return nil }
        var length: Int?
        // One pass: looking fields up by name walks them all each time.
        for field in head.headerFields {
            switch field.name.canonicalName {
            case "content-length": length = Int(field.value)
            case "x-forwarded-for":
                guard forwarded == nil else { return nil }
                forwarded = field.value
            case "connection": guard Self.staysOpen(field.value) else { return nil }
            case "authorization", "expect", "transfer-encoding", "upgrade": return nil
            default: continue
            }
        }
        guard let length, (1...settings.longestQuery).contains(length) else { return nil }
    }

    /// `keep-alive` says what HTTP/1.1 does anyway, and many a client says it.
    private static func staysOpen(_ connection: String) -> Bool {
        connection.utf8.elementsEqual("keep-alive".utf8) { $0 | 0x20 == $1 | 0x20 }
    }
}
