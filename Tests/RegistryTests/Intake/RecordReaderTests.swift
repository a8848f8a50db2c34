import Regulation
import Testing

@testable import Registry

struct RecordReaderTests {
    private let expected = IntakeFixtures.values([
        (.event, "承保"), (.policyNumber, "P1"), (.plate, "京A12345"), (.vin, "LSVAM4187C2184847"),
        (.start, "2026-03-01 00:00"), (.end, "2027-03-01 00:00"),
    ])

    private func fault(_ bytes: [UInt8]) -> FileFault? {
        do {
            _ = try IntakeFixtures.readings(bytes)
            return nil
        } catch {
            return error as? FileFault
        }
    }

    @Test func `a file in UTF-8 is read with and without a byte order mark`() throws {
        let plain = Array(IntakeFixtures.policy.utf8)
        for bytes in [plain, [0xEF, 0xBB, 0xBF] + plain] {
            let (readings, reader) = try IntakeFixtures.readings(bytes)
            #expect(readings.map(\.record.values) == [expected])
            #expect(reader.encoding == .utf8)
            #expect(reader.format == .csv)
            #expect(reader.byteOrderMark.count == bytes.count - plain.count)
            let row = try #require(readings.first).record.byteRange
            #expect(String(decoding: bytes[row], as: UTF8.self).hasPrefix("承保,P1"))
            let header = try #require(reader.headerRange)
            #expect(String(decoding: bytes[header], as: UTF8.self).hasPrefix("业务类型"))
        }
    }

    @Test func `a file that another program wrote in GB18030 is read the same`() throws {
        let (readings, reader) = try IntakeFixtures.readings(IntakeFixtures.policyInGB18030)
        #expect(readings.map(\.record.values) == [expected])
        #expect(readings[0].record.line == 2)
        #expect(reader.encoding == .gb18030)
    }

    @Test func `NDJSON is read in both encodings`() throws {
        let text = #"{"policyNumber":"P1","policyholderName":"乗\u5f20{","plate":"京A12345"}"# + "\r\n\n"
        for bytes in [Array(text.utf8), GB18030.encode(text)] {
            let (readings, reader) = try IntakeFixtures.readings(bytes + bytes)
            #expect(reader.format == .ndjson)
            #expect(readings.map(\.record.line) == [1, 3])
            #expect(readings.allSatisfy { $0.record.values[.policyholderName] == "乗张{" && $0.faults.isEmpty })
        }
    }

    @Test func `the encoding is decided where the text stops being ASCII, however late`() throws {
        var text = "policyNumber,plate\n"
        for number in 0..<10_000 { text += "P\(number),\n" }
        let tail = "P,京A12345\n"
        let (readings, reader) = try IntakeFixtures.readings(Array(text.utf8) + GB18030.encode(tail))
        #expect(reader.encoding == .gb18030)
        #expect(readings.count == 10_001)
        #expect(readings.last?.record.values[.plate] == "京A12345")
    }

    @Test func `one damaged byte in a UTF-8 file is a fault of its row`() throws {
        var bytes = Array("policyNumber,policyholderName,phone\nP1,张三丰,1\nP2,李四".utf8)
        bytes += [0xE5, 0x2C] + Array("2\nP3,王五,3\n".utf8)
        let (readings, reader) = try IntakeFixtures.readings(bytes)
        #expect(reader.encoding == .utf8)
        #expect(readings.map(\.faults.count) == [0, 1, 0])
        let fault = try #require(readings[1].faults.first)
        #expect(fault.finding.code == "undecodable")
        #expect(fault.field == .policyholderName)
        #expect(fault.finding.message.contains("第 3 行"))
        #expect(fault.finding.message.contains("投保人"))
        #expect(readings[1].record.values == IntakeFixtures.values([(.policyNumber, "P2"), (.phone, "2")]))
    }

    @Test func `an encoding that was asked for is kept to`() throws {
        let text = "policyNumber,policyholderName\nP1,一\n"
        let (readings, _) = try IntakeFixtures.readings(GB18030.encode(text), encoding: .gb18030)
        #expect(readings[0].record.values[.policyholderName] == "一")
    }

    @Test(arguments: [
        "policyNumber,plate", "保单号,号牌号码", " policynumber ,PLATE", "\u{3000}保单号\u{3000},　号牌号码",
        "ｐｏｌｉｃｙＮｕｍｂｅｒ,ｐｌａｔｅ", "\"policyNumber\",\"号牌号码\"", "\u{FEFF}\"policyNumber\",plate",
    ])
    func `a header is understood in each spelling`(header: String) throws {
        let readings = try IntakeFixtures.readings(header + "\nP1,京A12345\n")
        #expect(
            readings.map(\.record.values) == [IntakeFixtures.values([(.policyNumber, "P1"), (.plate, "京A12345")])])
    }

    @Test func `every field is known by both its names`() throws {
        for names in [Field.allCases.map(\.names.english), Field.allCases.map(\.names.chinese)] {
            let row = Field.allCases.map { "v\($0.rawValue)" }
            let readings = try IntakeFixtures.readings(
                names.reversed().joined(separator: ",") + "\n" + row.reversed().joined(separator: ","))
            #expect(readings[0].record.values.elements.map(\.field) == Field.allCases)
            #expect(readings[0].record.values.elements.map(\.text) == row)
        }
    }

    @Test func `unknown columns are reported once, ours are passed over`() throws {
        let text = "policyNumber,colour,xubao_line,xubao_reason,\nP1,red,7,why,\nP2,blue,8,why,\n"
        let (readings, reader) = try IntakeFixtures.readings(Array(text.utf8))
        #expect(reader.unknownColumns == ["colour"])
        #expect(readings.count == 2)
        #expect(readings.allSatisfy { $0.record.unknownNames.isEmpty && $0.faults.isEmpty })
    }

    @Test(arguments: [
        ("", FileFault.empty), (" \n\r\n", .empty), ("\u{FEFF}", .empty),
        ("京A12345,LSVAM4187C2184847\n", .headerMissing), ("a,b,c\n1,2,3\n", .headerMissing),
        ("policyNumber;plate\nP1;京A12345\n", .separatorUnexpected),
        ("保单号\t号牌号码\n", .separatorUnexpected),
        ("policyNumber,保单号\n", .columnRepeated(.policyNumber)),
        ("plate,start,end\n", .columnMissing(.policyNumber)),
        ("[{\"policyNumber\":\"P1\"}]", .jsonArray),
        ("PK\u{3}\u{4}xxxxxxxx", .spreadsheet),
        ("\"policyNumber\nP1\n", .headerUnreadable),
    ])
    func `a file that is none says why`(text: String, expected: FileFault) {
        #expect(fault(Array(text.utf8)) == expected)
        #expect(!expected.message.isEmpty && !expected.code.isEmpty)
    }

    @Test func `files of other kinds are told by their first bytes`() {
        let rest = [UInt8](repeating: 1, count: 20)
        #expect(fault([0xFF, 0xFE, 0x70, 0x00] + rest) == .utf16)
        #expect(fault([0xFE, 0xFF, 0x00, 0x70] + rest) == .utf16)
        #expect(fault([0x1F, 0x8B, 0x08] + rest) == .compressed)
        #expect(fault([0xD0, 0xCF, 0x11, 0xE0] + rest) == .spreadsheet)
    }

    @Test func `a file with corrections only needs no policy number`() throws {
        #expect(try IntakeFixtures.readings("event,corrects\n撤回,main-5\n").count == 1)
    }

    @Test func `after a file fault nothing more is taken`() throws {
        var reader = RecordReader()
        #expect(throws: FileFault.headerMissing) { try reader.feed(Array("a,b,c\n1,2,3\n".utf8)) }
        #expect(throws: FileFault.headerMissing) { try reader.feed(Array("policyNumber\n".utf8)) }
        #expect(throws: FileFault.headerMissing) { try reader.finish() }
    }

    @Test func `a row with the wrong number of columns is a fault, empty ones at the end are not`() throws {
        let readings = try IntakeFixtures.readings("policyNumber,plate\nP1\nP2,a,b\nP3,a,, \n , \n,,,\n")
        #expect(readings.map(\.faultCodes) == [["columnCount"], ["columnCount"], []])
        #expect(readings.map { $0.record.values[.policyNumber] } == ["P1", "P2", "P3"])
    }

    @Test func `a row that cannot be split is a fault with its line, and what follows is read`() throws {
        let readings = try IntakeFixtures.readings("policyNumber,plate\nP1,\"x\nP2,y\n")
        #expect(readings.map(\.faultCodes) == [["quoteUnclosed"], []])
        #expect(readings.map(\.record.line) == [2, 3])
        #expect(readings[0].faults[0].finding.message.contains("第 2 行"))
    }

    @Test func `control characters are a fault, line ends inside a value are not`() throws {
        let readings = try IntakeFixtures.readings("policyNumber,policyholderName\nP1,a\0b\nP2,\"a\nb\"\n")
        #expect(readings.map(\.faultCodes) == [["controlCharacter"], []])
        #expect(readings[1].record.values[.policyholderName] == "a\nb")
    }

    @Test func `random bytes in random pieces trap nothing and give the same as one piece`() throws {
        var random = SeededBytes(seed: 3)
        let openings = ["", "policyNumber,plate,vin\n", "{\"policyNumber\":", "保单号,号牌号码\n"]
        for round in 0..<1500 {
            var bytes = Array(openings[round % openings.count].utf8)
            let tame = Array("京渝P1,\"\n\r{}:[]\\u0".utf8)
            for _ in 0..<Int.random(in: 0..<300, using: &random) {
                let isTame = Int.random(in: 0..<4, using: &random) > 0
                bytes.append(
                    isTame
                        ? tame[Int.random(in: 0..<tame.count, using: &random)]
                        : UInt8.random(in: 0...255, using: &random))
            }
            let pieces = (0..<40).map { _ in Int.random(in: 1...20, using: &random) }
            for encoding in [nil, .utf8, .gb18030] as [TextEncoding?] {
                let whole = Result { try IntakeFixtures.readings(bytes, encoding: encoding).readings }
                let cut = Result { try IntakeFixtures.readings(bytes, encoding: encoding, pieces: pieces).readings }
                switch (whole, cut) {
                case (.success(let left), .success(let right)):
                    #expect(left == right, "round \(round)")
                    let reader = SubmissionReader(insurer: IntakeFixtures.insurer)
                    for reading in left {
                        let result = reader.read(reading)
                        #expect((result.submission == nil) == !result.faults.isEmpty)
                    }
                case (.failure(let left), .failure(let right)):
                    #expect(left as? FileFault == right as? FileFault)
                default: Issue.record("one failed, the other did not: round \(round)")
                }
            }
        }
    }

    @Test func `a large file cut anywhere is settled on the same encoding`() throws {
        var random = SeededBytes(seed: 4)
        var text = "policyNumber,policyholderName\n"
        for number in 0..<6000 { text += "P\(number),张三\(number)\n" }
        for bytes in [Array(text.utf8), GB18030.encode(text)] {
            let whole = try IntakeFixtures.readings(bytes).readings
            #expect(whole.count == 6000)
            let pieces = (0..<200).map { _ in Int.random(in: 1...3000, using: &random) }
            #expect(try IntakeFixtures.readings(bytes, pieces: pieces).readings == whole)
        }
    }
}
