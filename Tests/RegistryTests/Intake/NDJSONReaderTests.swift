import Testing

@testable import Registry

struct NDJSONReaderTests {
    private func readings(_ text: String, limit: Int = 1000, piece: Int? = nil) -> [RecordReading] {
        let bytes = Array(text.utf8)
        var reader = NDJSONReader(encoding: .utf8, lineLimit: limit)
        var readings: [RecordReading] = []
        bytes.withUnsafeBytes { raw in
            for start in stride(from: 0, to: raw.count, by: piece ?? max(1, raw.count)) {
                let end = min(raw.count, start + (piece ?? raw.count))
                reader.feed(UnsafeRawBufferPointer(rebasing: raw[start..<end])) { readings.append($0) }
            }
        }
        reader.finish { readings.append($0) }
        return readings
    }

    @Test func `each line stands for itself, blank ones for nothing`() {
        let text = "{\"policyNumber\":\"P1\"}\r\n \n{oops}\r{\"policyNumber\":\"P3\"}"
        for piece in [nil, 1, 2, 3, 5] as [Int?] {
            let found = readings(text, piece: piece)
            #expect(found.map(\.record.line) == [1, 3, 4])
            #expect(found.map { $0.record.values[.policyNumber] } == ["P1", nil, "P3"])
            #expect(found.map(\.faultCodes) == [[], ["jsonSyntax"], []])
            #expect(found.map(\.record.byteRange) == [0..<21, 25..<31, 32..<53])
        }
    }

    @Test func `a line over the limit is passed over and reading goes on`() {
        let text = "{\"policyNumber\":\"\(String(repeating: "x", count: 100))\"}\n{\"policyNumber\":\"P2\"}\n"
        for piece in [nil, 1, 7, 64] as [Int?] {
            let found = readings(text, limit: 50, piece: piece)
            #expect(found.map(\.faultCodes) == [["rowTooLong"], []])
            #expect(found.map(\.record.byteRange) == [0..<119, 120..<141])
            #expect(found[1].record.line == 2)
        }
    }
}
