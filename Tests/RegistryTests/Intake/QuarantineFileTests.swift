import Testing

@testable import Registry

struct QuarantineFileTests {
    private let reader = SubmissionReader(insurer: IntakeFixtures.insurer)

    /// Reads a file and writes what was quarantined, as the sender's command does.
    private func quarantined(_ bytes: [UInt8]) throws -> (content: [UInt8], count: Int) {
        let (readings, found) = try IntakeFixtures.readings(bytes)
        let file = QuarantineFile(
            format: found.format ?? .csv, encoding: found.encoding ?? .utf8,
            header: found.headerRange.map { Array(bytes[$0]) } ?? [], byteOrderMark: found.byteOrderMark)
        let rows = readings.compactMap { row in
            let reading = reader.read(row)
            return reading.submission == nil
                ? (bytes: Array(bytes[row.record.byteRange]), line: row.record.line, faults: reading.faults) : nil
        }
        return (file.content(rows), rows.count)
    }

    private let table = """
        保单号,号牌号码,起保时间,终保时间
        P1,京A12345,2026-03-01,2027-02-28
        P2,"京A12346",昨天,2027-02-28
        P3,京A1234O,2026-03-01,2027-02-28
        P4,"京A12347
        P5,京A12348,2026-03-01

        """

    @Test func `a table comes back with its columns, the line and the reason`() throws {
        let (content, count) = try quarantined(Array(table.utf8))
        let lines = String(decoding: content, as: UTF8.self).split(separator: "\r\n")
        #expect(count == 4)
        #expect(lines[0] == "保单号,号牌号码,起保时间,终保时间,xubao_line,xubao_reason")
        #expect(lines[1].hasPrefix("P2,\"京A12346\",昨天,2027-02-28,3,“起保时间”"))
        #expect(lines[2].hasPrefix("P3,京A1234O,2026-03-01,2027-02-28,4,"))
        #expect(lines[2].hasSuffix("建议填：京A12340"))
        #expect(lines[3].hasPrefix("P4,\"\"\"京A12347\",5,"))
        #expect(lines[4].hasPrefix("P5,京A12348,2026-03-01,6,"))
    }

    @Test func `the encoding and the byte order mark stay`() throws {
        let (chinese, _) = try quarantined(GB18030.encode(table))
        let (marked, _) = try quarantined([0xEF, 0xBB, 0xBF] + Array(table.utf8))
        let (plain, _) = try quarantined(Array(table.utf8))
        #expect(marked == [0xEF, 0xBB, 0xBF] + plain)
        #expect(chinese == GB18030.encode(String(decoding: plain, as: UTF8.self)))
    }

    @Test func `corrected and sent again it is taken in, without a word about our columns`() throws {
        let (content, _) = try quarantined(GB18030.encode(table))
        var output: [UInt8] = []
        #expect(content.withUnsafeBufferPointer { GB18030.decode($0, into: &output) })
        var text = String(decoding: output, as: UTF8.self)
        for (wrong, right) in [
            ("昨天", "2026-03-01"), ("京A1234O", "京A12340"), ("\"\"\"京A12347\",5", "京A12347,2026-03-01,2027-02-28,5"),
            ("2026-03-01,6", "2026-03-01,2027-02-28,6"),
        ] {
            let range = try #require(text.firstRange(of: wrong))
            text.replaceSubrange(range, with: right)
        }
        let (readings, found) = try IntakeFixtures.readings(GB18030.encode(text))
        #expect(found.unknownColumns.isEmpty)
        #expect(readings.map { reader.read($0).faultCodes } == [[], [], [], []])
    }

    @Test func `sent again as it is, every row is found again and our columns do not pile up`() throws {
        for bytes in [Array(table.utf8), GB18030.encode(table)] {
            let (once, count) = try quarantined(bytes)
            let (twice, countAgain) = try quarantined(once)
            #expect(countAgain == count)
            let header = twice.prefix { $0 != 0x0D }
            #expect(once.prefix { $0 != 0x0D } == header)
        }
    }

    @Test func `objects come back with two more members, and lines that are none as a text`() throws {
        let text = """
            {"policyNumber":"P1","plate":"京A12345","start":"x","end":"2027-02-28"}
            {"policyNumber":"P2" "\\x"}
            {}
            """
        for encoding in [TextEncoding.utf8, .gb18030] {
            let (content, count) = try quarantined(encoding == .utf8 ? Array(text.utf8) : GB18030.encode(text))
            var output = content
            if encoding == .gb18030 {
                output = []
                #expect(content.withUnsafeBufferPointer { GB18030.decode($0, into: &output) })
            }
            let lines = String(decoding: output, as: UTF8.self).split(separator: "\n")
            #expect(count == 3)
            #expect(
                lines[0].hasPrefix(
                    #"{"policyNumber":"P1","plate":"京A12345","start":"x","end":"2027-02-28","xubao_line":1,"#))
            #expect(lines[1].hasPrefix(#"{"xubao_line":2,"xubao_reason":""#))
            #expect(lines[1].hasSuffix(#""xubao_row":"{\"policyNumber\":\"P2\" \"\\x\"}"}"#))
            #expect(lines[2].hasPrefix(#"{"xubao_line":3,"xubao_reason":"“保单号”"#))
            let (twice, countAgain) = try quarantined(content)
            #expect(countAgain == 3)
            let first = String(decoding: twice.prefix { $0 != 0x0A }, as: UTF8.self)
            #expect(first.components(of: "xubao_line") == 1)
        }
    }

    @Test(arguments: [
        #"{"xubao_line":1,"vin":"a"}"#, #"{"vin":"a","xubao_line":1}"#,
        #"{"vin":"a" , "xubao_line":1 , "xubao_reason":"x" }"#,
        #"{"xubao_reason":"x","vin":"a","xubao_line":1}"#,
    ])
    func `members of an earlier round give way`(text: String) {
        let file = QuarantineFile(format: .ndjson, encoding: .utf8)
        let row = String(decoding: file.row(Array(text.utf8), line: 9, faults: []), as: UTF8.self)
        #expect(row.filter { $0 != " " } == #"{"vin":"a","xubao_line":9,"xubao_reason":""}"# + "\n")
    }

    @Test func `random rows never trap and keep every byte that can be kept`() {
        var random = SeededBytes(seed: 5)
        for format in RecordReader.Format.allCases {
            for encoding in TextEncoding.allCases {
                let file = QuarantineFile(format: format, encoding: encoding, header: Array("vin,xubao_line".utf8))
                for _ in 0..<300 {
                    let bytes = (0..<30).map { _ in UInt8.random(in: 0...255, using: &random) }
                    #expect(!file.row(bytes, line: 1, faults: []).isEmpty)
                }
            }
        }
    }
}

extension String {
    fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
