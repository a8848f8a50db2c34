import CQRCode
import Registry

/// A QR code (ISO/IEC 18004) with its quiet zone, one unit a module. Black on white whatever the page's colours, for
/// some scanners read nothing else.
struct QRDrawing {
    /// Modules left white on every side, as the standard wants.
    static let quietZone = 4

    /// Modules on a side, without the quiet zone.
    let width: Int
    /// Row by row: whether a module is dark.
    let modules: [Bool]

    /// The smallest code that holds these bytes and still reads with a seventh of it spoiled (level M). `nil` for
    /// nothing, and for more than 2,331 bytes.
    init?(_ bytes: [UInt8]) {
        guard let count = Int32(exactly: bytes.count), count > 0,
            let code = QRcode_encodeData(count, bytes, 0, QR_ECLEVEL_M)
        else { return nil }
        defer { QRcode_free(code) }
        width = Int(code.pointee.width)
        // The lowest bit of each byte is the module; the others say what it is for.
        modules = UnsafeBufferPointer(start: code.pointee.data, count: width * width).map { $0 & 1 == 1 }
    }

    /// Dark stretches as strokes one unit high, row by row.
    private var path: String {
        var path = ""
        for row in 0..<width {
            var column = 0
            while column < width {
                let start = column
                while column < width, modules[row * width + column] { column += 1 }
                if column > start {
                    path += "M\(start + Self.quietZone) \(row + Self.quietZone).5h\(column - start)"
                } else {
                    column += 1
                }
            }
        }
        return path
    }

    func values(in language: Language) -> Values {
        [
            "extent": width + 2 * Self.quietZone,
            "path": path,
            "label": Phrase("查询结果卡的二维码", "The answer card as a QR code").text(in: language),
        ]
    }
}
