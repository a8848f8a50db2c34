import Registry
import Testing

struct CSVReaderTests {
    /// A row as the tests compare it.
    private struct Row: Equatable, CustomStringConvertible {
        var line: Int
        var fields: [String]
        var raw: String
        var fault: CSVRow.Fault?

        var description: String { "\(line) \(fields) \(raw.debugDescription) \(fault.map(\.rawValue) ?? "")" }
    }

    private func rows(_ text: String, rowLimit: Int = 64 * 1024, columnLimit: Int = 256, piece: Int? = nil) -> [Row] {
        let bytes = Array(text.utf8)
        var reader = CSVReader(rowLimit: rowLimit, columnLimit: columnLimit)
        var rows: [Row] = []
        func take(_ row: CSVRow) {
            rows.append(
                Row(
                    line: row.line, fields: row.fields.indices.map { String(decoding: row[$0], as: UTF8.self) },
                    raw: String(decoding: bytes[row.byteRange], as: UTF8.self), fault: row.fault))
        }
        bytes.withUnsafeBytes { raw in
            for start in stride(from: 0, to: raw.count, by: piece ?? max(1, raw.count)) {
                let end = min(raw.count, start + (piece ?? raw.count))
                reader.feed(UnsafeRawBufferPointer(rebasing: raw[start..<end]), take)
            }
        }
        reader.finish(take)
        return rows
    }

    private func fields(_ text: String) -> [[String]] { rows(text).map(\.fields) }

    @Test(arguments: [
        ("a,b,c\n", [["a", "b", "c"]]),
        ("a,b,c", [["a", "b", "c"]]),
        ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
        ("a,b\rc,d\r", [["a", "b"], ["c", "d"]]),
        ("a\n\n\r\n\r\nb\n", [["a"], ["b"]]),
        (",\n", [["", ""]]),
        ("a,\n,b", [["a", ""], ["", "b"]]),
        ("\"a\",\"b\"\n", [["a", "b"]]),
        ("\"a,b\",c\n", [["a,b", "c"]]),
        ("\"a\nb\",c\n", [["a\nb", "c"]]),
        ("\"a\r\nb\",c\r\n", [["a\r\nb", "c"]]),
        ("\"a\"\"b\",\"\"\"\",\"\"\n", [["a\"b", "\"", ""]]),
        ("\"\"\"\"\"\"\n", [["\"\""]]),
        ("a\"b,c\"\n", [["a\"b", "c\""]]),
        ("京A12345,张三\n", [["京A12345", "张三"]]),
        ("\"a\"", [["a"]]),
        ("a,\"\"", [["a", ""]]),
        (" \"a\"\n", [[" \"a\""]]),
        ("a\0b,c\n", [["a\0b", "c"]]),
        ("", []),
        ("\n\r\n\r", []),
    ])
    func `rows are split as RFC 4180 says`(text: String, expected: [[String]]) {
        #expect(fields(text) == expected)
        #expect(rows(text).allSatisfy { $0.fault == nil })
    }

    @Test func `lines are counted through quoted line ends of every kind`() {
        let found = rows("a\r\n\"b\n\r\n\rc\",d\n\ne\rf")
        #expect(found.map(\.line) == [1, 2, 7, 8])
        #expect(found.map(\.raw) == ["a", "\"b\n\r\n\rc\",d", "e", "f"])
    }

    @Test func `a forgotten quote costs one line`() {
        let found = rows("a,b\n1,\"2\n3,4\n5,6\n")
        #expect(found.map(\.fields) == [["a", "b"], [], ["3", "4"], ["5", "6"]])
        #expect(found.map(\.fault) == [nil, .quoteUnclosed, nil, nil])
        #expect(found.map(\.line) == [1, 2, 3, 4])
        #expect(found[1].raw == "1,\"2")
    }

    @Test func `a forgotten quote in a long file costs one line, not all that follow`() {
        let before = "1,\"2\n"
        let after = String(repeating: "3,4\n", count: 50_000)
        let found = rows(before + after)
        #expect(found.count == 50_001)
        #expect(found.count { $0.fault == .quoteUnclosed } == 1)
        #expect(found.last?.line == 50_001)
    }

    @Test func `a forgotten quote is found where a later quoted field begins`() {
        let found = rows("1,\"2\n3,4\n5,\"6\"\n")
        #expect(found.map(\.fault) == [.quoteUnclosed, nil, nil])
        #expect(found.map(\.fields) == [[], ["3", "4"], ["5", "6"]])
    }

    @Test func `a row that began before the line of the forgotten quote is given up whole`() {
        let found = rows("\"a\nb\",\"c\nd,e\n")
        #expect(found.map(\.fault) == [.quoteUnclosed, nil])
        #expect(found[0].raw == "\"a\nb\",\"c")
        #expect(found[1].line == 3)
    }

    @Test func `text behind a closing quote is a fault of its line`() {
        let found = rows("\"a\"b,c\nd,e\n")
        #expect(found.map(\.fault) == [.textAfterQuote, nil])
        #expect(found[0].raw == "\"a\"b,c")
        #expect(found[1].fields == ["d", "e"])
    }

    @Test func `a row over the limit is passed over and reading goes on`() {
        let long = String(repeating: "x", count: 101)
        #expect(rows("a\n\(long)\nb\n", rowLimit: 100).map(\.fault) == [nil, .rowTooLong, nil])
        #expect(rows("a\n\(long)\nb\n", rowLimit: 100)[1].raw == long)
        #expect(rows("a\n\(long)\nb\n", rowLimit: 101).map(\.fault) == [nil, nil, nil])
        #expect(rows("\"\(long)\nb\n", rowLimit: 100).map(\.fault) == [.quoteUnclosed, nil])
        #expect(rows("\"a\n\(long)\nb\n", rowLimit: 50).map(\.fault) == [.quoteUnclosed, .rowTooLong, nil])
    }

    @Test func `too many columns are a fault of the row`() {
        let found = rows("a,b,c\nd,e,f,g\nh\n", columnLimit: 3)
        #expect(found.map(\.fault) == [nil, .tooManyColumns, nil])
        #expect(found[1].fields.isEmpty)
    }

    @Test func `pieces of any size make the same rows`() {
        var random = SeededBytes(seed: 1)
        let alphabet = Array("ab,\"\n\r\0 京".unicodeScalars)
        for round in 0..<3000 {
            var text = ""
            for _ in 0..<Int.random(in: 0..<60, using: &random) {
                text.unicodeScalars.append(alphabet[Int.random(in: 0..<alphabet.count, using: &random)])
            }
            let limit = Int.random(in: 1...40, using: &random)
            let columns = Int.random(in: 1...5, using: &random)
            let whole = rows(text, rowLimit: limit, columnLimit: columns)
            for piece in [1, 2, 3, 7] {
                #expect(rows(text, rowLimit: limit, columnLimit: columns, piece: piece) == whole, "round \(round)")
            }
        }
    }

    @Test func `every byte that is no blank line stands in exactly one row`() {
        var random = SeededBytes(seed: 2)
        let alphabet = Array("a,\"\n\r".utf8)
        for _ in 0..<3000 {
            let bytes = (0..<40).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)] }
            var reader = CSVReader(rowLimit: 20)
            var covered = [Int](repeating: 0, count: bytes.count)
            func take(_ row: CSVRow) { for position in row.byteRange { covered[position] += 1 } }
            bytes.withUnsafeBytes { reader.feed($0, take) }
            reader.finish(take)
            for (byte, count) in zip(bytes, covered) {
                #expect(count <= 1)
                if byte != 0x0A && byte != 0x0D { #expect(count == 1) }
            }
        }
    }
}
