import Registry
import Regulation
import Testing
import TransparencyLog

/// Commitments to single values (design point 5).
@Suite struct FieldCommitmentTests {
    @Test func `every part of an entry has its own salt`() {
        let numbers = Field.allCases.map(\.rawValue) + EntryContent.Annotation.allCases.map(\.rawValue)
        let salts = numbers.map { FieldCommitment.salt(seed: SampleEntries.seed, number: $0).bytes }
        #expect(Set(salts).count == numbers.count)
        #expect(salts.allSatisfy { $0.count == 16 })
    }

    @Test func `two entries of the same values have no leaf in common`() {
        var other = SampleEntries.policy.content
        other = EntryContent(values: other.values, personal: other.personal, seed: Array(SampleEntries.seed.reversed()))
        #expect(other.fieldRoot != SampleEntries.policy.content.fieldRoot)
    }

    @Test func `one field opened with its salt gives its commitment and says nothing of the others`() {
        let content = SampleEntries.cancellation.content
        let salt = FieldCommitment.salt(seed: content.seed, number: Field.ground.rawValue)
        let opened = FieldCommitment.commitment(salt: salt, number: Field.ground.rawValue, value: "deregistered")
        #expect(opened != FieldCommitment.commitment(salt: salt, number: Field.ground.rawValue, value: "stolen"))
        #expect(opened != FieldCommitment.commitment(salt: salt, number: Field.use.rawValue, value: "deregistered"))
        #expect(opened == MerkleTree.leafHash(salt.bytes + [Field.ground.rawValue] + Array("deregistered".utf8)))
    }

    @Test func `a personal commitment needs the person's key`() {
        func commitment(_ key: UInt8, _ value: String) -> Hash {
            FieldCommitment.personal(
                key: [UInt8](repeating: key, count: 32), seed: SampleEntries.seed, field: .policyholderName,
                value: value)
        }
        #expect(commitment(1, "张三") == commitment(1, "张三"))
        #expect(commitment(1, "张三") != commitment(2, "张三"))
        #expect(commitment(1, "张三") != commitment(1, "李四"))
    }

    @Test func `an entry holds no personal value in the open`() throws {
        let bytes = try Workbench().prepared(
            policyRecord(
                "P1", from: "2026-12-01", to: "2027-11-30",
                [.policyholderName: "欧阳金丝雀", .phone: "13912345678", .policyholderDocument: "11010519491231002X"])
        ).content.canonicalBytes
        let text = String(decoding: bytes, as: UTF8.self)
        for canary in ["欧阳金丝雀", "13912345678", "11010519491231002X"] { #expect(!text.contains(canary)) }
        #expect(text.contains("P1"))
    }
}
