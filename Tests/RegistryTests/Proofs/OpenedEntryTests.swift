import Registry
import Regulation
import Testing
import TransparencyLog

/// An entry with some fields in the open.
@Suite struct OpenedEntryTests {
    private static let everything = Set(UInt8.min...UInt8.max)

    @Test(arguments: SampleEntries.all)
    func `the leaf is the entry's, whatever is shown`(sample: SampleEntries) {
        for shown in [[], ProofDesk.alwaysShown, Self.everything] {
            #expect(OpenedEntry(sample.entry, showing: shown).leaf == sample.entry.leaf)
        }
    }

    @Test func `what is shown is there to be read, and nothing else is`() {
        let opened = OpenedEntry(SampleEntries.policy.entry, showing: [Field.policyNumber.rawValue])
        #expect(opened[.policyNumber] == "PDZA2026000041")
        #expect(opened[.plate] == nil)
        #expect(opened.event == nil)
        #expect(opened.parts.compactMap(\.number) == [Field.policyNumber.rawValue])
        #expect(opened.parts.count == 31)
    }

    @Test func `a personal value stays closed even when everything is to be shown`() {
        let opened = OpenedEntry(SampleEntries.policy.entry, showing: Self.everything)
        #expect(opened.parts.count { $0.number == nil } == 4)
        #expect(opened[.policyholderName] == nil)
        #expect(opened[.flags] == "overlap,repaired")
    }

    @Test func `the person's key opens a personal value, and no other key does`() {
        let entry = SampleEntries.policy.entry
        let name = Field.policyholderName
        func opened(_ key: [UInt8], _ value: String, showing shown: Set<UInt8> = [name.rawValue]) -> OpenedEntry {
            OpenedEntry(entry, showing: shown, personal: [name: .known(key: key, value: value)])
        }
        #expect(opened(SampleEntries.personKey, "张三")[name] == "张三")
        #expect(opened(SampleEntries.personKey, "张三").leaf == entry.leaf)
        #expect(opened([UInt8](repeating: 1, count: 32), "张三")[name] == nil)
        #expect(opened(SampleEntries.personKey, "李四")[name] == nil)
        #expect(opened(SampleEntries.personKey, "李四").leaf == entry.leaf)
        #expect(opened(SampleEntries.personKey, "张三", showing: [])[name] == nil)
    }

    @Test func `an erased value keeps the leaf and names the entry that erased it`() throws {
        let entry = SampleEntries.policy.entry
        let erasure = EntryID(log: .main, index: 99_999)
        let opened = OpenedEntry(entry, showing: [], personal: [.phone: .erased(by: erasure)])
        #expect(opened.leaf == entry.leaf)
        let part = try #require(opened.parts.first { $0.number == Field.phone.rawValue })
        guard case .erased(_, _, erasure) = part else {
            Issue.record("not erased: \(part)")
            return
        }
    }
}
