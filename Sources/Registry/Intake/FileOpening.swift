/// What the first bytes of a file say about the rest.
enum FileOpening: Equatable {
    /// More bytes are needed to tell.
    case undecided
    case fault(FileFault)
    /// `markLength`: bytes of a byte order mark; with one the encoding is known.
    case text(format: RecordReader.Format, markLength: Int, encoding: TextEncoding?)

    /// Blanks a file may begin with before it counts as a table anyway.
    private static let blankLimit = 4 * 1024

    init(_ bytes: [UInt8], isWhole: Bool) {
        guard isWhole || bytes.count >= 8 else {
            self = .undecided
            return
        }
        if let fault = Self.fault(bytes) {
            self = .fault(fault)
            return
        }
        var mark: (length: Int, encoding: TextEncoding?) = (0, nil)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { mark = (3, .utf8) }
        if bytes.starts(with: [0x84, 0x31, 0x95, 0x33]) { mark = (4, .gb18030) }
        let first = bytes.dropFirst(mark.length).first { !($0 == 0x20 || (0x09...0x0D).contains($0)) }
        switch first {
        case UInt8(ascii: "{"): self = .text(format: .ndjson, markLength: mark.length, encoding: mark.encoding)
        case UInt8(ascii: "["): self = .fault(.jsonArray)
        case nil where isWhole: self = .fault(.empty)
        case nil where bytes.count < Self.blankLimit: self = .undecided
        default: self = .text(format: .csv, markLength: mark.length, encoding: mark.encoding)
        }
    }

    /// Files that are often taken for a table: what they begin with.
    private static func fault(_ bytes: [UInt8]) -> FileFault? {
        let openings: [([UInt8], FileFault)] = [
            ([0x50, 0x4B, 0x03, 0x04], .spreadsheet), ([0xD0, 0xCF, 0x11, 0xE0], .spreadsheet),
            ([0x1F, 0x8B], .compressed), ([0x52, 0x61, 0x72, 0x21], .compressed),
            ([0x37, 0x7A, 0xBC, 0xAF], .compressed), ([0xFF, 0xFE], .utf16), ([0xFE, 0xFF], .utf16),
        ]
        return openings.first { bytes.starts(with: $0.0) }?.1
    }
}
