import Crypto
import Registry
import Regulation
import Testing
import TransparencyLog

/// What an entry is on the disk and in the log, byte for byte.
@Suite struct EntryBytesTests {
    @Test func `every event has its golden entry`() {
        #expect(Set(GoldenEntry.all.map(\.sample.name)) == Set(Event.allCases.map(\.rawValue)))
        #expect(GoldenEntry.all.allSatisfy { $0.sample.content.event.rawValue == $0.sample.name })
    }

    @Test(arguments: GoldenEntry.all)
    func `canonical bytes are those first written`(golden: GoldenEntry) {
        let entry = golden.sample.entry
        #expect(hexadecimal(entry.content.canonicalBytes) == hexadecimal(unhexed(golden.bytes)))
        #expect(entry.content.fieldRoot.hex == golden.fieldRoot)
        #expect(entry.leaf.hash.hex == golden.leafHash)
    }

    @Test(arguments: GoldenEntry.all)
    func `canonical bytes are read back to the same content`(golden: GoldenEntry) throws {
        let content = try #require(EntryContent(canonicalBytes: unhexed(golden.bytes)))
        #expect(content == golden.sample.content)
        #expect(content.canonicalBytes == unhexed(golden.bytes))
    }

    /// Root, leaf and hash computed again from the bytes alone, by what the documentation says of them.
    @Test(arguments: GoldenEntry.all)
    func `the leaf follows from the bytes as documented`(golden: GoldenEntry) throws {
        let bytes = unhexed(golden.bytes)
        let root = try IndependentEntry(bytes).fieldRoot
        #expect(hexadecimal(root) == golden.fieldRoot)
        let leaf = Array("xubao-entry/1\n".utf8) + [0x00, 0x00, 0x01, 0xA1, 0xF7, 0x3C, 0x74, 0x95] + root
        #expect(golden.sample.entry.leaf.bytes == leaf)
        #expect(hexadecimal(Array(SHA256.hash(data: [0x00] + leaf))) == golden.leafHash)
    }

    @Test(arguments: GoldenEntry.all)
    func `the fold is stored as first written and read back`(golden: GoldenEntry) throws {
        let file = VehicleFile(folding: [golden.sample.entry])
        #expect(hexadecimal(file.bytes) == hexadecimal(unhexed(golden.fold)))
        #expect(VehicleFile(bytes: unhexed(golden.fold)) == file)
    }

    @Test(arguments: GoldenEntry.all)
    func `whatever is cut off an entry makes it unreadable or another entry`(golden: GoldenEntry) {
        let bytes = unhexed(golden.bytes)
        for count in bytes.indices {
            guard let content = EntryContent(canonicalBytes: Array(bytes.prefix(count))) else { continue }
            // Cut between two parts, bytes are those of a shorter entry, which no leaf stands for.
            #expect(content.canonicalBytes == Array(bytes.prefix(count)))
            #expect(content.fieldRoot.hex != golden.fieldRoot)
        }
        #expect(EntryContent(canonicalBytes: bytes + [0]) == nil)
    }

    @Test(arguments: GoldenEntry.all)
    func `no changed byte of an entry traps, and none keeps its leaf`(golden: GoldenEntry) {
        let bytes = unhexed(golden.bytes)
        for position in bytes.indices {
            for flip in [0x01, 0x80, 0xFF] as [UInt8] {
                var changed = bytes
                changed[position] ^= flip
                guard let content = EntryContent(canonicalBytes: changed) else { continue }
                #expect(content.canonicalBytes == changed, "one content has one encoding")
                // The number of a person's field lies within its commitment, where only the person's key shows it.
                let hasOtherPersonalFields =
                    content.personal.map(\.field) != golden.sample.content.personal.map(\.field)
                #expect(hasOtherPersonalFields || content.fieldRoot.hex != golden.fieldRoot, "byte \(position)")
                _ = Submission(entry: content)
            }
        }
    }

    @Test(arguments: GoldenEntry.all)
    func `no damage of a stored fold traps`(golden: GoldenEntry) {
        let bytes = unhexed(golden.fold)
        for count in bytes.indices { #expect(VehicleFile(bytes: Array(bytes.prefix(count))) == nil) }
        for position in bytes.indices {
            for value in UInt8.min...UInt8.max {
                var changed = bytes
                changed[position] = value
                guard let file = VehicleFile(bytes: changed) else { continue }
                _ = file.bindings
                _ = CoverageRules(file: file, on: SampleEntries.committedAt).verdict
            }
        }
    }

    @Test func `bytes that say the same in another way are refused`() throws {
        let bytes = unhexed(try #require(GoldenEntry.all.first { $0.sample.name == "retraction" }).bytes)
        let head = Array(bytes.prefix(33))
        // The length of `event` in two bytes instead of one.
        #expect(EntryContent(canonicalBytes: head + [0x01, 0x8A, 0x00] + bytes.dropFirst(35)) == nil)
        // A part twice, parts in falling order, an unknown part, text that is no UTF-8, another version.
        let part: [UInt8] = [0x02, 0x02, 0x41, 0x42]
        #expect(EntryContent(canonicalBytes: head + part) != nil)
        #expect(EntryContent(canonicalBytes: head + part + part) == nil)
        #expect(EntryContent(canonicalBytes: head + part + [0x01, 0x01, 0x41]) == nil)
        #expect(EntryContent(canonicalBytes: head + [0x32, 0x01, 0x41]) == nil)
        #expect(EntryContent(canonicalBytes: head + [0x02, 0x01, 0xFF]) == nil)
        #expect(EntryContent(canonicalBytes: [0x02] + head.dropFirst() + part) == nil)
    }

    @Test func `a text longer than any honest one is not read`() {
        let head = [UInt8(1)] + SampleEntries.seed
        let long = [UInt8](repeating: 0x41, count: 65_537)
        #expect(EntryContent(canonicalBytes: head + [0x02, 0x81, 0x80, 0x04] + long) == nil)
        #expect(EntryContent(canonicalBytes: head + [0x02, 0x80, 0x80, 0x04] + long.dropLast()) != nil)
        #expect(EntryContent(canonicalBytes: head + [0x02] + [UInt8](repeating: 0xFF, count: 9) + [0x01]) == nil)
    }

    @Test func `field and annotation numbers are those the log holds for ever`() {
        #expect(Field.allCases.map(\.rawValue) == Array(1...38))
        #expect(EntryContent.Annotation.allCases.map(\.rawValue) == Array(100...111))
    }
}

/// Canonical bytes taken apart by their documentation, without the code that writes them.
private struct IndependentEntry {
    private(set) var commitments: [[UInt8]] = []
    private static let persons: Set<UInt8> = [19, 20, 21, 22, 23]

    init(_ bytes: [UInt8]) throws {
        let seed = Array(bytes[1..<33])
        var rest = bytes[33...]
        while let number = rest.popFirst() {
            var length = 0
            var shift = 0
            while let byte = rest.popFirst() {
                length |= Int(byte & 0x7F) << shift
                shift += 7
                if byte < 0x80 { break }
            }
            let value = Array(rest.prefix(length))
            rest = rest.dropFirst(length)
            if Self.persons.contains(number) {
                commitments.append(value)
                continue
            }
            let digest = Array(SHA256.hash(data: Array("xubao salt".utf8) + seed + [number / 2]))
            let salt = number % 2 == 0 ? digest[..<16] : digest[16...]
            commitments.append(Array(SHA256.hash(data: [0x00] + salt + [number] + value)))
        }
    }

    var fieldRoot: [UInt8] { root(commitments[...]) }

    private func root(_ leaves: ArraySlice<[UInt8]>) -> [UInt8] {
        guard leaves.count > 1 else { return leaves.first ?? Array(SHA256.hash(data: [UInt8]())) }
        var split = 1
        while split * 2 < leaves.count { split *= 2 }
        let middle = leaves.startIndex + split
        return Array(SHA256.hash(data: [0x01] + root(leaves[..<middle]) + root(leaves[middle...])))
    }
}
