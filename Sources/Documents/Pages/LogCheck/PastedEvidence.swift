/// What was pasted, as it was before a browser or a messenger changed its line ends and lost the last one.
package enum PastedEvidence {
    package static func bytes(_ text: String) -> [UInt8] {
        let (lineFeed, carriageReturn): (UInt8, UInt8) = (0x0A, 0x0D)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 1)
        var previous: UInt8?
        for byte in text.utf8 {
            if byte == carriageReturn {
                bytes.append(lineFeed)
            } else if byte != lineFeed || previous != carriageReturn {
                bytes.append(byte)
            }
            previous = byte
        }
        let isBlank: (UInt8) -> Bool = { $0 == lineFeed || $0 == 0x20 || $0 == 0x09 }
        guard let first = bytes.firstIndex(where: { !isBlank($0) }), let last = bytes.lastIndex(where: { !isBlank($0) })
        else { return [] }
        return bytes[first...last] + [lineFeed]
    }
}
