import Registry
import Regulation
import Testing

@testable import SampleWorld

@Suite struct WorldBytesTests {
    /// FNV-1a over all files, names included.
    private func fingerprint(_ world: World) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for file in world.files {
            for byte in Array(file.name.utf8) + SampleFiles.bytes(file) {
                hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
            }
        }
        return hash
    }

    @Test func `the same arguments give the same bytes, on every machine`() {
        let world = World(vehicles: 300, seed: 7, asOf: SampleFiles.asOf)
        #expect(fingerprint(world) == fingerprint(World(vehicles: 300, seed: 7, asOf: SampleFiles.asOf)))
        // Taken once; whoever changes the world on purpose writes down the new one.
        #expect(fingerprint(world) == 4_655_321_171_775_065_328)
    }

    @Test func `another seed, another day and another size give other bytes`() throws {
        let nextDay = try #require(SampleFiles.asOf.adding(days: 1))
        let prints = [
            World(vehicles: 60, seed: 7, asOf: SampleFiles.asOf), World(vehicles: 60, seed: 8, asOf: SampleFiles.asOf),
            World(vehicles: 60, seed: 7, asOf: nextDay), World(vehicles: 61, seed: 7, asOf: SampleFiles.asOf),
        ].map(fingerprint)
        #expect(Set(prints).count == prints.count)
    }

    @Test func `a file's pieces stay small whatever its length`() throws {
        let file = try #require(World(vehicles: 4000, seed: 1, asOf: SampleFiles.asOf).files.first)
        var pieces = 0
        file.write { piece in
            pieces += 1
            #expect(piece.count < 80_000)
        }
        #expect(pieces > 3)
    }

    @Test func `every header is in the contract, in one of its spellings`() throws {
        for file in try SampleFiles.thousand.get().files {
            let english = Field.allCases.map(\.names.english)
            let chinese = Field.allCases.map(\.names.chinese)
            let isSpelled = file.header.allSatisfy(english.contains) || file.header.allSatisfy(chinese.contains)
            #expect(isSpelled, "\(file.name)")
            #expect(Set(file.header).count == file.header.count, "\(file.name)")
        }
    }

    @Test func `every column of the contract is filled somewhere`() throws {
        let names = Set(try SampleFiles.thousand.get().rows.flatMap(\.values.keys))
        #expect(names == Set(Field.allCases.map(\.names.english)))
    }

    @Test func `three encodings, both spellings of the header and both line ends occur`() throws {
        let sample = try SampleFiles.thousand.get()
        #expect(Set(sample.world.files.map(\.encoding)) == [.utf8, .utf8WithBOM, .gb18030])
        #expect(sample.files.contains { $0.header.contains("policyNumber") })
        #expect(sample.files.contains { $0.header.contains("保单号") })
        #expect(sample.files.contains { $0.bytes.contains(0x0D) } && sample.files.contains { !$0.bytes.contains(0x0D) })
        let marked = zip(sample.world.files, sample.files).filter { $0.0.encoding == .utf8WithBOM }
        #expect(marked.allSatisfy { $0.1.bytes.starts(with: [0xEF, 0xBB, 0xBF]) })
    }

    @Test func `sequence numbers of an insurer run on without a gap, from file to file`() throws {
        let rows = try SampleFiles.thousand.get().rows
        for insurer in Set(rows.map(\.insurer)) {
            let own = rows.filter { $0.insurer == insurer }
            #expect(own.map(\.sequence) == Array(1...own.count), "\(insurer)")
            #expect(own.allSatisfy { $0["insurer"] == insurer }, "\(insurer)")
        }
    }

    @Test func `a report follows the policy it is about in the same insurer's files`() throws {
        var known: Set<String> = []
        for row in try SampleFiles.thousand.get().rows {
            let policy = "\(row.insurer) \(row["policyNumber"])"
            switch row.event {
            case "policy":
                #expect(known.insert(policy).inserted, "a policy number comes once")
            case "proposal": break
            default: #expect(known.contains(policy), "\(row.event) \(row.sequence) of \(row.insurer)")
            }
        }
    }

    @Test func `what a correction or retraction names has been sent`() throws {
        var sent: Set<String> = []
        for row in try SampleFiles.thousand.get().rows {
            if row.event == "correction" || row.event == "retraction" {
                #expect(sent.contains(row.insurer + row["corrects"]))
            }
            sent.insert("\(row.insurer)\(row["policyNumber"])#\(row.sequence)")
        }
    }

    @Test func `one insurer is days behind and holds nothing newer, one states no watermark`() throws {
        let sample = try SampleFiles.thousand.get()
        let midnight = try #require(Instant(shanghai: SampleFiles.asOf))
        #expect(sample.world.files.contains { $0.reportedThrough == nil })
        let late = try #require(sample.world.files.last { $0.insurer.text == "CCIC" })
        let watermark = try #require(late.reportedThrough)
        #expect(watermark.shanghaiDate.days(to: midnight.shanghaiDate) >= 3)
        let newest = sample.rows.filter { $0.insurer == "CCIC" }.compactMap { PlainTime.read($0["issuedAt"]) }.max()
        let limit = watermark.shanghaiDate
        #expect(try #require(newest) < PlainTime.days(limit.year, limit.month, limit.day) * 1440)
    }

    @Test func `nothing is reported after the as-of day has begun`() throws {
        let midnight = PlainTime.days(2026, 11, 20) * 1440
        for row in try SampleFiles.thousand.get().rows where row.event == "policy" {
            if let issued = PlainTime.read(row["issuedAt"]) { #expect(issued < midnight) }
        }
    }

    @Test(arguments: [0, 1, 2, 5, 20])
    func `a tiny world works`(vehicles: Int) throws {
        let sample = try SampleFiles(vehicles: vehicles)
        #expect(sample.world.files.count == 9)
        #expect(vehicles == 0 ? sample.rows.isEmpty : !sample.rows.isEmpty)
        #expect(sample.world.examples().count == min(3, (vehicles + 4) / 5))
    }

    @Test(arguments: [1850, 1990, 2012, 2100, 2200])
    func `any year the calendar knows works`(year: Int) throws {
        let asOf = try #require(CivilDate(year: year, month: 2, day: 28))
        let world = World(vehicles: 40, seed: 3, asOf: asOf)
        #expect(world.files.allSatisfy { SampleFiles.bytes($0).count > 100 })
    }

    @Test func `sizes that cannot be are brought inside`() {
        #expect(World(vehicles: -5, seed: 1, asOf: SampleFiles.asOf).vehicleCount == 0)
        #expect(World(vehicles: .max, seed: 1, asOf: SampleFiles.asOf).vehicleCount == 400_000_000)
    }
}
