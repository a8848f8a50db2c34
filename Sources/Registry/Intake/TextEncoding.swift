/// The encodings in which insurers send files. In both, a byte below 0x30 stands for itself wherever it occurs, so
/// quotes, commas and line ends can be found in the raw bytes before anything is decoded.
package enum TextEncoding: String, CaseIterable, Sendable {
    case utf8 = "utf-8"
    case gb18030
}

extension TextEncoding {
    /// How many bytes from the first that is not ASCII are looked at before an encoding is settled on.
    static let evidenceLimit = 64 * 1024

    /// The encoding a stretch of text is written in, judged by its bytes that are not ASCII.
    ///
    /// A text in UTF-8 stays one when a few of its bytes are damaged: those rows are to be reported, not all of them
    /// misread. Chinese text in GB18030 forms valid UTF-8 sequences only by chance, about one in seven.
    static func judged(by evidence: UnsafeBufferPointer<UInt8>, isWhole: Bool) -> TextEncoding {
        var sound = 0
        var broken = 0
        var position = 0
        while position < evidence.count {
            if evidence[position] < 0x80 {
                position += 1
                continue
            }
            switch UTF8Sequence(in: evidence, at: position) {
            case .valid(let length):
                sound += 1
                position += length
            case .invalid:
                broken += 1
                position += 1
            case .cutOff:
                if isWhole { broken += 1 }
                position = evidence.count
            }
        }
        return broken == 0 || sound > 4 * broken ? .utf8 : .gb18030
    }
}
