/// A file the pages link to: the style sheet, the script, the icon.
package struct Asset: Sendable {
    /// Where it is served, without the version: `/assets/xubao.css`.
    package let path: String
    package let contentType: String
    package let bytes: [UInt8]
    /// Sixteen hexadecimal digits that change with the content; also usable as entity tag.
    package let fingerprint: String

    /// What pages link to; the content under one link never changes, so it may be cached for ever.
    package var link: String { "\(path)?v=\(fingerprint)" }

    init(path: String, contentType: String, bytes: [UInt8]) {
        self.path = path
        self.contentType = contentType
        self.bytes = bytes
        fingerprint = Self.fingerprint(of: bytes)
    }

    package static let styleSheet = Asset(
        path: "/assets/xubao.css", contentType: "text/css; charset=utf-8", bytes: PackageResources.xubao_css)
    /// For the pages that ask the law, besides.
    package static let lawStyleSheet = Asset(
        path: "/assets/law.css", contentType: "text/css; charset=utf-8", bytes: PackageResources.law_css)
    /// For the pages about the log, besides.
    package static let logStyleSheet = Asset(
        path: "/assets/log.css", contentType: "text/css; charset=utf-8", bytes: PackageResources.log_css)
    package static let script = Asset(
        path: "/assets/xubao.js", contentType: "text/javascript; charset=utf-8", bytes: PackageResources.xubao_js)
    package static let icon = Asset(
        path: "/assets/mark.svg", contentType: "image/svg+xml", bytes: PackageResources.mark_svg)

    /// Everything the server has to serve under `/assets/`.
    package static let all = [styleSheet, lawStyleSheet, logStyleSheet, script, icon]

    /// FNV-1a with 64 bits: tells versions apart for caches, and promises nothing more.
    private static func fingerprint(of bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
