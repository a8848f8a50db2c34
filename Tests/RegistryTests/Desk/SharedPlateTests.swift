import Regulation
import Testing

@testable import Registry

/// A placeholder plate reported on vehicle after vehicle: every one is found by its own proof, none by the plate alone,
/// and none makes the next one dearer.
@Suite struct SharedPlateTests {
    private static let placeholder = "京A00000"
    private static let crowd = SharedName.most + 20

    private static func suffix(_ number: Int) -> String { String(100_000 + number) }

    private static func record(_ number: Int, plate: String? = placeholder, _ more: [Field: String] = [:])
        -> [Field: String]
    {
        policyRecord(
            "P\(suffix(number))", plate: plate, vin: "LSVAM4187C2\(suffix(number))", from: "2026-03-01",
            to: "2027-02-28", more)
    }

    private static func crowded(_ count: Int = crowd) throws -> Workbench {
        let workbench = Workbench()
        for number in 0..<count { try workbench.accept(record(number)) }
        return workbench
    }

    @Test func `neither a record nor a question looks through the others`() throws {
        let workbench = try Self.crowded()
        let byRecord = try workbench.filesOpened { try workbench.accept(Self.record(900)) }
        #expect(byRecord.count < 5)
        let right = try workbench.filesOpened { try workbench.ask(Self.placeholder, "100007") }
        #expect(right.result.outcome == .inForce)
        let wrong = try workbench.filesOpened { try workbench.ask(Self.placeholder, "999999") }
        #expect(wrong.result.outcome == .noMatch)
        #expect(right.count < 5 && wrong.count < 5)
    }

    @Test(arguments: [SharedName.most, SharedName.most + 1, SharedName.most + 2, crowd])
    func `every vehicle is found by the end of its VIN, and by the whole`(count: Int) throws {
        let workbench = try Self.crowded(count)
        for number in 0..<count {
            #expect(
                try workbench.ask(Self.placeholder, Self.suffix(number)).policyNumber
                    == "****\(Self.suffix(number).suffix(4))")
            let whole = CoverageQuestion(
                subject: .plate(plate(Self.placeholder), nil),
                proof: .vin(try #require(VIN(canonical: "LSVAM4187C2\(Self.suffix(number))"))))
            #expect(try workbench.answer(whole).outcome == .inForce)
        }
        #expect(try workbench.ask(Self.placeholder, Self.suffix(count)).outcome == .noMatch)
    }

    @Test func `the plate alone names a vehicle as long as few have it`() throws {
        let workbench = try Self.crowded(SharedName.most)
        #expect(try workbench.askOfficially(Self.placeholder).outcome == .inForce)
        try workbench.accept(Self.record(900))
        #expect(try workbench.askOfficially(Self.placeholder).outcome == .noMatch)
    }

    @Test func `a record that names nothing else is kept for its VIN, and the flag is on those that name one`() throws {
        let workbench = try Self.crowded()
        let only = policyRecord("Q1", plate: Self.placeholder, vin: nil, from: "2026-03-01", to: "2027-02-28")
        #expect(try workbench.refuse(only) == ["vehicleShared"])
        #expect(try workbench.send(Self.record(901)).flags.contains(.nameShared))
        #expect(try !workbench.send(Self.record(902, plate: "京A77777")).flags.contains(.nameShared))
    }

    @Test func `a store from before such plates were told apart finds them all, and makes up for it`() throws {
        let workbench = try Self.crowded()
        let shared = plate(Self.placeholder)
        workbench.store.forget([workbench.hasher.key(ofShared: shared)])
        for number in 0..<Self.crowd {
            workbench.store.forget([workbench.hasher.key(of: shared, shownBy: Self.suffix(number))])
        }
        #expect(try workbench.ask(Self.placeholder, "100007").outcome == .inForce)
        try workbench.accept(Self.record(900))
        let asked = try workbench.filesOpened { try workbench.ask(Self.placeholder, "100007") }
        #expect(asked.result.outcome == .inForce)
        #expect(asked.count < 5)
    }

    @Test func `a VIN that was put right before the plate was shared still answers for its time`() throws {
        let workbench = Workbench()
        let wrong = try workbench.accept(Self.record(1), at: "2026-10-01 10:00")
        try workbench.accept(
            [.event: "correction", .corrects: wrong, .vin: "LSVAM4187C2555555"], at: "2026-10-02 10:00")
        for number in 2..<Self.crowd { try workbench.accept(Self.record(number), at: "2026-10-03 10:00") }
        func outcome(_ suffix: String, _ known: String) throws -> CoverageAnswer.Outcome {
            try workbench.ask(Self.placeholder, suffix, on: "2026-10-20", knownAt: known).outcome
        }
        #expect(try outcome("100001", "2026-10-01 12:00") == .inForce)
        #expect(try outcome("555555", "2026-10-01 12:00") == .noMatch)
        #expect(try outcome("100001", "2026-10-03 12:00") == .noMatch)
        #expect(try outcome("555555", "2026-10-03 12:00") == .inForce)
    }

    @Test func `a VIN that becomes known, a changed plate, a corrected one lead to the vehicle as well`() throws {
        let workbench = try Self.crowded()
        let engine = policyRecord(
            "E1", plate: "京A88888", vin: nil, from: "2026-03-01", to: "2027-02-28", [.engineNumber: "ENG12345"])
        try workbench.accept(engine)
        let change = [
            Field.event: "plateChange", .policyNumber: "E1", .newPlate: Self.placeholder,
            .effectiveAt: "2026-06-01 00:00",
        ]
        try workbench.accept(change)
        try workbench.accept(
            policyRecord(
                "E2", plate: nil, vin: "LSVAM4187C2777777", from: "2027-03-01", to: "2028-02-28",
                [.engineNumber: "ENG12345"]))
        #expect(try workbench.ask(Self.placeholder, "777777").renewal == .renewed)
        let other = try workbench.accept(Self.record(950, plate: "京A99999"))
        #expect(try workbench.ask(Self.placeholder, Self.suffix(950)).outcome == .noMatch)
        try workbench.accept([.event: "correction", .corrects: other, .plate: Self.placeholder])
        #expect(try workbench.ask(Self.placeholder, Self.suffix(950)).outcome == .inForce)
        try workbench.accept(change.merging([.policyNumber: "P100005", .newPlate: "京A66666"]) { $1 })
        #expect(try workbench.ask(Self.placeholder, Self.suffix(5)).flags == [.formerPlate])
        #expect(try workbench.ask("京A66666", Self.suffix(5)).outcome == .inForce)
    }

    @Test func `a vehicle known by the plate alone keeps its report when that is corrected`() throws {
        let workbench = Workbench()
        let id = try workbench.accept(
            policyRecord("Q1", plate: Self.placeholder, vin: nil, from: "2026-03-01", to: "2027-02-28"))
        let file = try #require(try workbench.store.livingFiles.first).id
        for number in 1..<Self.crowd {
            try workbench.accept(Self.record(number, [.engineNumber: "E\(number)234", .brandModel: "M\(number)"]))
        }
        let before = try workbench.store.livingFiles.count
        try workbench.accept([.event: "correction", .corrects: id, .policyNumber: "Q2"])
        #expect(try workbench.store.livingFiles.count == before)
        #expect(try workbench.store.file(file).policies.contains { $0.number == "Q2" })
    }
}
