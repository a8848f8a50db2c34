import Registry
import Regulation
import Testing

/// A vehicle is known by VIN, else engine number with model, else plate with category, and merged when the VIN
/// becomes known.
@Suite struct MergeTests {
    private static let red = "LSVAM4187C2000001"
    private static let blue = "LSVAM4187C2000002"

    private static func record(
        _ number: String, plate: String? = nil, vin: String? = nil, engine: String? = nil, model: String? = nil,
        year: Int
    ) -> [Field: String] {
        var more: [Field: String] = [:]
        more[.engineNumber] = engine
        more[.brandModel] = model
        return policyRecord(number, plate: plate, vin: vin, from: "\(year)-03-01", to: "\(year + 1)-03-01 00:00", more)
    }

    private func files(_ workbench: Workbench) throws -> [Set<String>] {
        try workbench.store.livingFiles.map { Set($0.file.policies.map(\.number)) }.filter { !$0.isEmpty }
    }

    @Test(arguments: [
        (
            "plate, then VIN with the plate",
            [record("A", plate: "京A11111", year: 2024), record("B", plate: "京A11111", vin: red, year: 2025)], 1
        ),
        (
            "VIN with the plate, then plate",
            [record("A", plate: "京A11111", vin: red, year: 2024), record("B", plate: "京A11111", year: 2025)], 1
        ),
        (
            "engine with model, then VIN with both",
            [
                record("A", engine: "E1", model: "M", year: 2024),
                record("B", vin: red, engine: "E1", model: "M", year: 2025),
            ], 1
        ),
        (
            "VIN with engine, then engine",
            [
                record("A", vin: red, engine: "E1", model: "M", year: 2024),
                record("B", engine: "E1", model: "M", year: 2025),
            ], 1
        ),
        (
            "engine with plate, then plate",
            [record("A", plate: "京A11111", engine: "E1", year: 2024), record("B", plate: "京A11111", year: 2025)], 1
        ),
        (
            "plate, then engine with plate",
            [record("A", plate: "京A11111", year: 2024), record("B", plate: "京A11111", engine: "E1", year: 2025)], 1
        ),
        (
            "VIN with plate, then engine with plate",
            [
                record("A", plate: "京A11111", vin: red, year: 2024),
                record("B", plate: "京A11111", engine: "E1", year: 2025),
            ], 1
        ),
        (
            "the same engine of two models",
            [record("A", engine: "E1", model: "M", year: 2024), record("B", engine: "E1", model: "N", year: 2025)], 2
        ),
        (
            "two engines with one plate",
            [
                record("A", plate: "京A11111", engine: "E1", year: 2024),
                record("B", plate: "京A11111", engine: "E2", year: 2025),
            ], 2
        ),
        (
            "two VINs with one plate",
            [
                record("A", plate: "京A11111", vin: red, year: 2024),
                record("B", plate: "京A11111", vin: blue, year: 2025),
            ], 2
        ),
        (
            "two VINs with one engine",
            [record("A", vin: red, engine: "E1", year: 2024), record("B", vin: blue, engine: "E1", year: 2025)], 2
        ),
        ("two plates", [record("A", plate: "京A11111", year: 2024), record("B", plate: "京A22222", year: 2025)], 2),
    ])
    func `one vehicle or two`(name: String, records: [[Field: String]], count: Int) throws {
        let workbench = Workbench()
        for record in records { try workbench.accept(record) }
        #expect(try files(workbench).count == count, "\(name)")
    }

    @Test func `three files become one when a record shows them to be one vehicle`() throws {
        let workbench = Workbench()
        try workbench.accept(Self.record("A", plate: "京A11111", year: 2023))
        try workbench.accept(Self.record("B", engine: "E1", model: "M", year: 2024))
        try workbench.accept(Self.record("C", vin: Self.red, year: 2025))
        #expect(try files(workbench).count == 3)
        let result = try workbench.send(
            Self.record("D", plate: "京A11111", vin: Self.red, engine: "E1", model: "M", year: 2026))
        #expect(result.flags.contains(.mergedFiles))
        #expect(try files(workbench) == [["A", "B", "C", "D"]])
        #expect(try workbench.ask("京A11111", "000001", on: "2023-06-01").period == period("2023-03-01", "2024-03-01"))
        // Every way in leads to the one file.
        try workbench.accept(Self.record("E", plate: "京A11111", year: 2027))
        try workbench.accept(Self.record("F", engine: "E1", model: "M", year: 2028))
        #expect(try files(workbench).count == 1)
    }

    @Test func `before the merge the vehicles were two, and are two for that knowledge`() throws {
        let workbench = Workbench()
        try workbench.accept(Self.record("A", plate: "京A11111", year: 2026), at: "2026-10-01 10:00")
        try workbench.accept(Self.record("B", plate: "京A22222", vin: Self.red, year: 2025), at: "2026-10-02 10:00")
        #expect(try workbench.ask("京A22222", "000001", on: "2026-11-20").outcome == .lapsed)
        #expect(try workbench.ask("京A11111", "000001", on: "2026-11-20").outcome == .noMatch)
        try workbench.accept(
            [.event: "correction", .corrects: "main-0", .vin: Self.red], at: "2026-11-01 10:00")
        #expect(try files(workbench) == [["A", "B"]])
        workbench.now = moment("2026-11-20 10:00")
        #expect(try workbench.ask("京A22222", "000001").outcome == .inForce)
        #expect(try workbench.ask("京A11111", "000001").outcome == .inForce)
        #expect(try workbench.ask("京A22222", "000001", on: "2026-11-20", knownAt: "2026-10-31").outcome == .lapsed)
        #expect(try workbench.ask("京A11111", "000001", on: "2026-11-20", knownAt: "2026-10-31").outcome == .noMatch)
        #expect(try workbench.askOfficially("京A11111").outcome == .inForce)
    }

    @Test func `merges upon merges come apart in their order`() throws {
        let workbench = Workbench()
        try workbench.accept(Self.record("A", plate: "京A11111", year: 2023), at: "2026-10-01 10:00")
        try workbench.accept(Self.record("B", engine: "E1", model: "M", year: 2024), at: "2026-10-02 10:00")
        try workbench.accept(Self.record("C", vin: Self.red, year: 2025), at: "2026-10-03 10:00")
        let both = Self.record("D", plate: "京A11111", engine: "E1", model: "M", year: 2026)
        try workbench.accept(both, at: "2026-10-10 10:00")
        #expect(Set(try files(workbench)) == [["A", "B", "D"], ["C"]])
        try workbench.accept(
            Self.record("E", vin: Self.red, engine: "E1", model: "M", year: 2027), at: "2026-10-20 10:00")
        let file = try #require(try workbench.store.livingFiles.first)
        #expect(try workbench.store.livingFiles.count == 1)
        for (known, expected) in [
            ("2026-10-09", 3), ("2026-10-10 10:00", 2), ("2026-10-19", 2), ("2026-10-20 10:00", 1),
        ] {
            let parts = file.file.parts(as: file.id, knownAt: moment(known))
            #expect(parts.count == expected, "known at \(known)")
            #expect(parts.flatMap(\.entries).sorted() == file.file.entries)
        }
        #expect(VehicleFile(bytes: file.file.bytes) == file.file)
        workbench.now = moment("2026-11-20 10:00")
        #expect(try workbench.ask("京A11111", "000001").insurer?.code == insurer("PICC"))
        #expect(try workbench.ask("京A11111", "000001", knownAt: "2026-10-19").outcome == .noMatch)
        #expect(try workbench.ask("京A11111", "000001", knownAt: "2026-10-20 10:00").outcome == .inForce)
    }

    @Test func `an event that names the VIN of its contract's vehicle joins it to the file of that VIN`() throws {
        let workbench = Workbench()
        try workbench.accept(Self.record("A", plate: "京A11111", year: 2026))
        try workbench.accept(Self.record("B", plate: "京A22222", vin: Self.red, year: 2025))
        try workbench.accept([
            .event: "layUp", .policyNumber: "A", .vin: Self.red, .effectiveAt: "2026-06-01 00:00",
            .layUpUntil: "2026-09-01 00:00",
        ])
        #expect(try files(workbench) == [["A", "B"]])
    }

    @Test func `a plate without a VIN goes to the vehicle that bears it at that time`() throws {
        let workbench = Workbench()
        try workbench.accept(Self.record("R", plate: "京A11111", vin: Self.red, year: 2024))
        try workbench.accept([
            .event: "plateChange", .policyNumber: "R", .newPlate: "京A33333", .effectiveAt: "2024-06-01 00:00",
        ])
        try workbench.accept(Self.record("B", plate: "京A22222", vin: Self.blue, year: 2025))
        try workbench.accept([
            .event: "plateChange", .policyNumber: "B", .newPlate: "京A11111", .effectiveAt: "2025-06-01 00:00",
        ])
        try workbench.accept(Self.record("N", plate: "京A11111", year: 2026))
        try workbench.accept(Self.record("O", plate: "京A11111", year: 2024).merging([.issuedAt: "2024-04-01"]) { $1 })
        #expect(Set(try files(workbench)) == [["R", "O"], ["B", "N"]])
        // Between the two nobody bore it: another vehicle, which a VIN may name later.
        let unknown = Self.record("U", plate: "京A11111", year: 2024).merging([
            .start: "2024-10-01 00:00", .end: "2025-09-30", .issuedAt: "2024-09-01",
        ]) { $1 }
        try workbench.accept(unknown)
        #expect(try files(workbench).count == 3)
    }

    @Test func `an orphan whose plate went to another vehicle long ago is not taken for it`() throws {
        let workbench = Workbench()
        let old = try workbench.accept(Self.record("O", plate: "京A11111", year: 2020))
        try workbench.accept([
            .event: "plateChange", .policyNumber: "O", .newPlate: "京A55555", .effectiveAt: "2020-09-01 00:00",
        ])
        try workbench.accept(Self.record("N", plate: "京A11111", vin: Self.red, year: 2026))
        #expect(try files(workbench).count == 2)
        #expect(!old.isEmpty)
    }

    @Test func `a plate gained by a change finds the file that was known by it alone`() throws {
        for (isChangeFirst, gap) in [(true, false), (false, false), (true, true)] {
            let workbench = Workbench()
            try workbench.accept(Self.record("V", plate: "京A11111", vin: Self.red, year: 2024))
            let change: [Field: String] = [
                .event: "plateChange", .policyNumber: "V", .newPlate: "京A22222", .effectiveAt: "2025-01-01 00:00",
            ]
            // Nobody has said when the second plate was put on: it may be another vehicle's.
            let orphan = Self.record("O", plate: "京A22222", year: 2025).merging(
                gap ? [.issuedAt: "2024-06-01"] : [:]
            ) { $1 }
            if isChangeFirst && !gap {
                try workbench.accept(change)
                try workbench.accept(orphan)
            } else {
                try workbench.accept(orphan)
                try workbench.accept(change)
            }
            try workbench.accept(Self.record("R", plate: "京A22222", vin: Self.red, year: 2026))
            #expect(try files(workbench) == [["V", "O", "R"]], "change first \(isChangeFirst), earlier \(gap)")
        }
    }

    @Test func `an engine number that an event tells finds the file that was known by it alone`() throws {
        let workbench = Workbench()
        try workbench.accept(Self.record("E", engine: "E1", model: "M", year: 2024))
        try workbench.accept(Self.record("V", plate: "京A11111", vin: Self.red, model: "M", year: 2025))
        try workbench.accept([
            .event: "layUp", .policyNumber: "V", .engineNumber: "E1", .brandModel: "M",
            .effectiveAt: "2025-06-01 00:00", .layUpUntil: "2025-09-01 00:00",
        ])
        try workbench.accept(Self.record("R", plate: "京A11111", vin: Self.red, engine: "E1", model: "M", year: 2026))
        #expect(try files(workbench) == [["E", "V", "R"]])
    }

    @Test func `vehicles of two VINs are never merged by an engine number they share`() throws {
        let workbench = Workbench()
        try workbench.accept(Self.record("A", plate: "京A11111", vin: Self.red, engine: "E1", year: 2024))
        try workbench.accept(Self.record("B", plate: "京A22222", vin: Self.blue, engine: "E1", year: 2025))
        try workbench.accept(Self.record("C", plate: "京A22222", engine: "E1", year: 2026))
        #expect(Set(try files(workbench)) == [["A"], ["B", "C"]])
    }

    @Test func `a contract number used for two vehicles is told apart by the vehicle an event names`() throws {
        let workbench = Workbench()
        try workbench.accept(Self.record("X", plate: "京A11111", vin: Self.red, year: 2026))
        try workbench.accept(Self.record("X", plate: "京A22222", vin: Self.blue, year: 2026))
        try workbench.accept([
            .event: "cancellation", .policyNumber: "X", .vin: Self.blue, .effectiveAt: "2026-06-01 00:00",
            .ground: "stolen",
        ])
        #expect(try workbench.ask("京A11111", "000001").outcome == .inForce)
        #expect(try workbench.ask("京A22222", "000002").outcome == .cancelled)
    }
}
