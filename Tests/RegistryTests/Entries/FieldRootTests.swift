import Registry
import Testing

@Suite struct FieldRootTests {
    @Test(arguments: SampleEntries.all.map(\.name))
    func `the bytes have the root that the value has`(name: String) throws {
        let content = try #require(SampleEntries.all.first { $0.name == name }).content
        #expect(FieldRoot.of(canonicalBytes: content.canonicalBytes) == content.fieldRoot)
    }

    @Test(arguments: [0, 1, 127, 128, 16_383, 16_384, 65_536])
    func `values of every length are read as they are written`(count: Int) {
        var content = SampleEntries.policy.content
        content[.ignored] = String(repeating: "甲", count: count / 3) + String(repeating: "a", count: count % 3)
        #expect(FieldRoot.of(canonicalBytes: content.canonicalBytes) == content.fieldRoot)
    }

    @Test func `a value longer than any may be has no root`() {
        var content = SampleEntries.policy.content
        content[.ignored] = String(repeating: "a", count: 65_537)
        #expect(FieldRoot.of(canonicalBytes: content.canonicalBytes) == nil)
    }

    @Test func `what the decoder refuses has no root, or another one`() {
        let original = SampleEntries.policy.content
        let bytes = original.canonicalBytes
        let root = FieldRoot.of(canonicalBytes: bytes)
        #expect(root != nil)
        for count in 0..<bytes.count {
            let cut = Array(bytes.prefix(count))
            if EntryContent(canonicalBytes: cut) == nil { #expect(FieldRoot.of(canonicalBytes: cut) == nil) }
        }
        for bit in 0..<(bytes.count * 8) {
            var changed = bytes
            changed[bit / 8] ^= 1 << UInt8(bit % 8)
            let found = FieldRoot.of(canonicalBytes: changed)
            guard let content = EntryContent(canonicalBytes: changed) else { continue }
            #expect(found == content.fieldRoot)
            // Which column a personal commitment is of stands inside the commitment.
            let isOtherColumn = content.personal.map(\.field) != original.personal.map(\.field)
            #expect(found != root || isOtherColumn)
        }
    }
}
