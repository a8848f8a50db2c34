import Registry
import Regulation
import Testing

/// One entry of each of the ten events in canonical values, with a fixed seed and a fixed person's key.
struct SampleEntries {
    let name: String
    let values: [Field: String]
    var personal: [Field: String] = [:]
    /// What the desk adds.
    var annotations: [EntryContent.Annotation: String] = [:]

    static let committedAt = moment("2026-11-20T12:34:56.789+08:00")
    static let index: Int64 = 12_345
    static let seed = [UInt8](0..<32)
    static let personKey = [UInt8](repeating: 0xAA, count: 32)

    var content: EntryContent {
        var fields = FieldValues()
        for field in values.keys.sorted() { fields[field] = values[field] }
        var content = EntryContent(values: fields, seed: Self.seed)
        for (field, value) in personal.sorted(by: { $0.key < $1.key }) {
            content.personal.append(
                .init(
                    field: field,
                    commitment: FieldCommitment.personal(
                        key: Self.personKey, seed: Self.seed, field: field, value: value)))
        }
        for (annotation, text) in annotations { content[annotation] = text }
        return content
    }

    var entry: Entry {
        Entry(id: EntryID(log: .main, index: Self.index), committedAt: Self.committedAt, content: content)
    }

    static let policy = SampleEntries(
        name: "policy",
        values: [
            .event: "policy", .insurer: "PICC", .sequence: "41", .policyNumber: "PDZA2026000041", .plate: "京A12345",
            .plateCategory: "02", .vin: "LSVAM4187C2123456", .engineNumber: "EA888-1234", .vehicleClass: "passenger",
            .use: "household", .brandModel: "大众汽车牌SVW71810", .ratedPassengers: "5", .curbMassKg: "1400",
            .displacementML: "1798", .energy: "petrol", .registeredOn: "2020-05-06", .region: "110000",
            .start: "2026-12-01T00:00:00+08:00", .end: "2027-12-01T00:00:00+08:00",
            .appliedAt: "2026-11-18T10:00:00+08:00", .paidAt: "2026-11-18T10:05:00+08:00",
            .issuedAt: "2026-11-18T10:06:00+08:00", .premium: "665.00", .vehicleTax: "420.00",
            .previousPolicyNumber: "PDZA2025000007",
        ],
        personal: [
            .policyholderName: "张三", .policyholderDocument: "11010519491231002X", .insuredName: "李四",
            .phone: "13800138000",
        ],
        annotations: [.flags: "overlap,repaired", .repairs: "plate:separatorRemoved,vin:lowerCase"])
    static let proposal = SampleEntries(
        name: "proposal",
        values: [
            .event: "proposal", .insurer: "PICC", .policyNumber: "TB1", .vin: "LSVAM4187C2123456",
            .start: "2026-12-01T00:00:00+08:00", .end: "2027-12-01T00:00:00+08:00",
        ])
    static let cancellation = SampleEntries(
        name: "cancellation",
        values: [
            .event: "cancellation", .insurer: "PICC", .sequence: "42", .policyNumber: "PDZA2026000041",
            .effectiveAt: "2027-03-01T12:00:00+08:00", .ground: "deregistered",
        ])
    static let layUp = SampleEntries(
        name: "layUp",
        values: [
            .event: "layUp", .insurer: "PICC", .policyNumber: "PDZA2026000041",
            .effectiveAt: "2027-01-01T00:00:00+08:00", .layUpUntil: "2027-03-01T00:00:00+08:00",
        ])
    static let resumption = SampleEntries(
        name: "resumption",
        values: [
            .event: "resumption", .insurer: "PICC", .policyNumber: "PDZA2026000041",
            .effectiveAt: "2027-02-01T00:00:00+08:00",
        ])
    static let plateChange = SampleEntries(
        name: "plateChange",
        values: [
            .event: "plateChange", .insurer: "PICC", .policyNumber: "PDZA2026000041", .plate: "京A12345",
            .effectiveAt: "2027-01-15T00:00:00+08:00", .newPlate: "京AD12345", .newPlateCategory: "52",
        ])
    static let correction = SampleEntries(
        name: "correction",
        values: [
            .event: "correction", .insurer: "PICC", .sequence: "43", .policyNumber: "PDZA2026000041",
            .end: "2027-12-01T00:00:00+08:00", .corrects: "PDZA2026000041#41",
        ],
        personal: [.policyholderName: "张三丰"],
        annotations: [.correctedEvent: "policy", .target: "main-7", .correctionID: "main-7/99"])
    static let retraction = SampleEntries(
        name: "retraction",
        values: [.event: "retraction", .insurer: "PICC", .sequence: "44", .corrects: "main-7"],
        annotations: [.target: "main-7", .movedTo: "main-12"])
    static let quarantine = SampleEntries(
        name: "quarantine",
        values: [
            .event: "quarantine", .insurer: "PICC", .sequence: "45", .policyNumber: "PDZA2026000045",
            .plate: "京A12345", .vin: "LSVAM4187C2123456",
        ],
        annotations: [.faults: "end:periodImpossible", .ignored: "use=飞行", .sentEvent: "policy"])
    static let erasure = SampleEntries(
        name: "erasure", values: [.event: "erasure", .insurer: "PICC"],
        annotations: [.target: "main-123", .erased: "policyholderName,policyholderDocument,insuredName,phone"])

    static let all = [
        policy, proposal, cancellation, layUp, resumption, plateChange, correction, retraction, quarantine, erasure,
    ]
}

extension SampleEntries: CustomTestStringConvertible {
    var testDescription: String { name }
}

/// Two lower-case digits a byte.
func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { byte in String(byte >> 4, radix: 16) + String(byte & 15, radix: 16) }.joined()
}

/// What `hexadecimal` writes; blanks do not count.
func unhexed(_ text: String) -> [UInt8] {
    let digits = text.compactMap(\.hexDigitValue)
    return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
}
