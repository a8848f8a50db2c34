/// Cuts bytes that arrive in pieces into lines; blank lines are passed over, a line has a longest length.
package struct LineSplitter: Sendable {
    package static let longest = 1 << 20

    private var rest: [UInt8] = []

    package init() {}

    /// Whole lines in these bytes, without their ends.
    package mutating func feed(_ bytes: [UInt8]) throws(Problem) -> [[UInt8]] {
        rest.append(contentsOf: bytes)
        var lines: [[UInt8]] = []
        var start = 0
        while let end = rest[start...].firstIndex(of: 0x0A) {
            let line = Self.trimmed(rest[start..<end])
            if !line.isEmpty { lines.append(Array(line)) }
            start = end + 1
        }
        rest.removeFirst(start)
        guard rest.count <= Self.longest else { throw Problem.tooLarge }
        return lines
    }

    /// The last line, when it has no end.
    package mutating func finish() -> [UInt8]? {
        let line = Array(Self.trimmed(rest[...]))
        rest = []
        return line.isEmpty ? nil : line
    }

    private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var line = line
        while let last = line.last, last == 0x0D || last == 0x20 { line.removeLast() }
        while let first = line.first, first == 0x20 { line.removeFirst() }
        return line
    }
}
