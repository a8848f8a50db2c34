import Registry
import Testing

/// Lines of questions that arrive in pieces.
@Suite struct LineSplitterTests {
    private func lines(_ text: String, by size: Int) throws -> [String] {
        var splitter = LineSplitter()
        var lines: [[UInt8]] = []
        let bytes = Array(text.utf8)
        for start in stride(from: 0, to: bytes.count, by: size) {
            lines += try splitter.feed(Array(bytes[start..<min(start + size, bytes.count)]))
        }
        if let last = splitter.finish() { lines.append(last) }
        return lines.map { String(decoding: $0, as: UTF8.self) }
    }

    @Test(arguments: [1, 2, 3, 5, 100])
    func `lines are the same however they are cut`(size: Int) throws {
        #expect(try lines("{\"a\":1}\r\n\n  \r\n{\"京\":2}\n{}", by: size) == ["{\"a\":1}", "{\"京\":2}", "{}"])
        #expect(try lines("", by: size) == [])
        #expect(try lines("\n\n", by: size) == [])
    }

    @Test func `a line without an end is bounded`() {
        var splitter = LineSplitter()
        #expect(throws: Problem.tooLarge) {
            for _ in 0..<20 { _ = try splitter.feed([UInt8](repeating: 0x61, count: 100_000)) }
        }
    }
}
