import Regulation

@testable import Registry

/// Seeded, so that a failing case can be run again.
struct SeededBytes: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

enum IntakeFixtures {
    static let insurer = InsurerCode("PICC") ?? { preconditionFailure("a code") }()

    /// As another program (iconv, glibc 2.36) encoded it: a header, and a policy of 京A12345.
    static let policyInGB18030: [UInt8] = [
        0xd2, 0xb5, 0xce, 0xf1, 0xc0, 0xe0, 0xd0, 0xcd, 0x2c, 0xb1, 0xa3, 0xb5, 0xa5, 0xba, 0xc5, 0x2c, 0xba, 0xc5,
        0xc5, 0xc6, 0xba, 0xc5, 0xc2, 0xeb, 0x2c, 0xb3, 0xb5, 0xbc, 0xdc, 0xba, 0xc5, 0x2c, 0xc6, 0xf0, 0xb1, 0xa3,
        0xca, 0xb1, 0xbc, 0xe4, 0x2c, 0xd6, 0xd5, 0xb1, 0xa3, 0xca, 0xb1, 0xbc, 0xe4, 0x0a, 0xb3, 0xd0, 0xb1, 0xa3,
        0x2c, 0x50, 0x31, 0x2c, 0xbe, 0xa9, 0x41, 0x31, 0x32, 0x33, 0x34, 0x35, 0x2c, 0x4c, 0x53, 0x56, 0x41, 0x4d,
        0x34, 0x31, 0x38, 0x37, 0x43, 0x32, 0x31, 0x38, 0x34, 0x38, 0x34, 0x37, 0x2c, 0x32, 0x30, 0x32, 0x36, 0x2d,
        0x30, 0x33, 0x2d, 0x30, 0x31, 0x20, 0x30, 0x30, 0x3a, 0x30, 0x30, 0x2c, 0x32, 0x30, 0x32, 0x37, 0x2d, 0x30,
        0x33, 0x2d, 0x30, 0x31, 0x20, 0x30, 0x30, 0x3a, 0x30, 0x30, 0x0a,
    ]

    /// The same in UTF-8.
    static let policy = """
        业务类型,保单号,号牌号码,车架号,起保时间,终保时间
        承保,P1,京A12345,LSVAM4187C2184847,2026-03-01 00:00,2027-03-01 00:00

        """

    static func values(_ pairs: [(Field, String)]) -> FieldValues {
        var values = FieldValues()
        for (field, text) in pairs { values[field] = text }
        return values
    }

    static func record(_ pairs: [(Field, String)]) -> Record {
        Record(values: values(pairs), line: 2, byteRange: 0..<1)
    }

    /// A policy without anything odd, with some values changed; an empty text takes one away.
    static func read(_ changes: [(Field, String)] = []) -> SubmissionReading {
        var values = values([
            (.policyNumber, "PDZA1"), (.plate, "京A12345"), (.plateCategory, "02"), (.vin, "LSVAM4187C2184847"),
            (.start, "2026-03-01 00:00"), (.end, "2027-03-01 00:00"),
        ])
        for (field, text) in changes { values[field] = text.isEmpty ? nil : text }
        return SubmissionReader(insurer: insurer).read(Record(values: values, line: 2, byteRange: 0..<1))
    }

    /// An event with its values and nothing else.
    static func read(event: Event, _ pairs: [(Field, String)]) -> SubmissionReading {
        SubmissionReader(insurer: insurer).read(record([(.event, event.rawValue)] + pairs))
    }

    static func readings(
        _ bytes: [UInt8], encoding: TextEncoding? = nil, pieces: [Int] = []
    ) throws -> (readings: [RecordReading], reader: RecordReader) {
        var reader = RecordReader(encoding: encoding)
        var readings: [RecordReading] = []
        var start = 0
        for piece in pieces where start < bytes.count {
            let end = min(bytes.count, start + piece)
            readings += try reader.feed(Array(bytes[start..<end]))
            start = end
        }
        if start < bytes.count { readings += try reader.feed(Array(bytes[start...])) }
        readings += try reader.finish()
        return (readings, reader)
    }

    static func readings(_ text: String) throws -> [RecordReading] { try readings(Array(text.utf8)).readings }
}

extension SubmissionReading {
    var faultCodes: [String] { faults.map(\.finding.code) }
}

extension RecordReading {
    var faultCodes: [String] { faults.map(\.finding.code) }
}
