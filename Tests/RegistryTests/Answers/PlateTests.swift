import Registry
import Regulation
import Testing

/// The plate means the vehicle bound to it at the moment asked about; if none, the latest earlier binding.
@Suite struct PlateTests {
    private static let red = "LSVAM4187C2000001"
    private static let blue = "LSVAM4187C2000002"

    /// The red car bears the plate until 1 June, the blue one from 1 July.
    private func moved() throws -> Workbench {
        let workbench = Workbench(now: "2026-08-01 12:00")
        try workbench.accept(policyRecord("R1", plate: "京A11111", vin: Self.red, from: "2026-01-01", to: "2026-12-31"))
        try workbench.accept(policyRecord("B1", plate: "京A22222", vin: Self.blue, from: "2026-03-01", to: "2027-02-28"))
        try workbench.accept([
            .event: "plateChange", .policyNumber: "R1", .plate: "京A11111", .newPlate: "京A33333",
            .effectiveAt: "2026-06-01 00:00",
        ])
        try workbench.accept([
            .event: "plateChange", .policyNumber: "B1", .newPlate: "京A11111", .effectiveAt: "2026-07-01 00:00",
        ])
        return workbench
    }

    @Test func `a plate with a letter that no plate has is not entered, and the vehicle answers by its VIN`() throws {
        let workbench = Workbench()
        let id = try workbench.accept(
            policyRecord("PICC2026000017", plate: "京QTO004", from: "2026-03-01", to: "2027-02-28"))
        var query = CoverageQuery()
        (query.vin, query.policyNumberSuffix) = ("LSVAM4187C2123456", "000017")
        #expect(try workbench.answer(query.question(from: .anyone)).outcome == .inForce)
        #expect(try workbench.ask("京QT0004", "123456").outcome == .noMatch)
        try workbench.accept([.event: "correction", .corrects: id, .plate: "京QT0004"])
        #expect(try workbench.ask("京QT0004", "123456").outcome == .inForce)
    }

    @Test(arguments: [
        ("2026-05-31 23:59:59", "000001", CoverageAnswer.Outcome.inForce, false),
        ("2026-06-01 00:00", "000001", .inForce, true),
        ("2026-06-30 23:59:59", "000001", .inForce, true), ("2026-07-01 00:00", "000001", .noMatch, false),
        ("2026-05-31 23:59:59", "000002", .noMatch, false), ("2026-06-15 00:00", "000002", .noMatch, false),
        ("2026-07-01 00:00", "000002", .inForce, false), ("2027-03-01 00:00", "000002", .lapsed, false),
    ])
    func `a plate that moved means the vehicle that bore it`(
        on: String, suffix: String, outcome: CoverageAnswer.Outcome, isFormer: Bool
    ) throws {
        let answer = try moved().ask("京A11111", suffix, on: on)
        #expect(answer.outcome == outcome)
        #expect(answer.flags.contains(.formerPlate) == isFormer)
    }

    @Test func `a new plate answers from its change on, and before when nobody else bore it`() throws {
        let workbench = try moved()
        #expect(try workbench.ask("京A33333", "000001", on: "2026-06-01 00:00").line.hasPrefix("inForce"))
        let before = try workbench.ask("京A33333", "000001", on: "2026-05-01 00:00")
        #expect(before.outcome == .inForce)
        #expect(before.flags == [])
        let former = try workbench.ask("京A22222", "000002", on: "2026-08-01 00:00")
        #expect(former.outcome == .inForce)
        #expect(former.flags == [.formerPlate])
    }

    @Test func `what was known of plates before the change was reported stays known`() throws {
        let workbench = Workbench(now: "2026-05-01 12:00")
        try workbench.accept(policyRecord("R1", plate: "京A11111", vin: Self.red, from: "2026-01-01", to: "2026-12-31"))
        try workbench.accept(
            [.event: "plateChange", .policyNumber: "R1", .newPlate: "京A33333", .effectiveAt: "2026-06-01 00:00"],
            at: "2026-08-01 12:00")
        #expect(try workbench.ask("京A11111", "000001", on: "2026-07-01").flags == [.formerPlate])
        #expect(try workbench.ask("京A11111", "000001", on: "2026-07-01", knownAt: "2026-07-31 12:00").flags == [])
        #expect(
            try workbench.ask("京A33333", "000001", on: "2026-07-01", knownAt: "2026-07-31 12:00").outcome == .noMatch)
    }

    @Test func `a plate that two vehicles are said to bear answers to the proof of either`() throws {
        let workbench = Workbench(now: "2026-08-01 12:00")
        try workbench.accept(policyRecord("R1", plate: "京A11111", vin: Self.red, from: "2026-01-01", to: "2026-12-31"))
        try workbench.accept(
            policyRecord("B1", plate: "京A11111", vin: Self.blue, from: "2026-07-01", to: "2027-06-30"), from: "CPIC")
        #expect(try workbench.ask("京A11111", "000001").period == period("2026-01-01", "2027-01-01"))
        #expect(try workbench.ask("京A11111", "000002").period == period("2026-07-01", "2027-07-01"))
        #expect(try workbench.askOfficially("京A11111").insurer?.code == insurer("CPIC"), "the one bound last")
    }

    @Test func `the same number on a car and on a motorcycle are two plates`() throws {
        let workbench = Workbench(now: "2026-08-01 12:00")
        try workbench.accept(
            policyRecord(
                "R1", plate: "京A11111", vin: Self.red, from: "2026-01-01", to: "2026-12-31", [.plateCategory: "02"]))
        try workbench.accept(
            policyRecord(
                "B1", plate: "京A11111", vin: Self.blue, from: "2026-03-01", to: "2027-02-28", [.plateCategory: "07"]))
        for category in [nil, "02"] {
            #expect(
                try workbench.ask("京A11111", "000001", category: category).period == period("2026-01-01", "2027-01-01"))
        }
        for category in [nil, "07"] {
            #expect(
                try workbench.ask("京A11111", "000002", category: category).period == period("2026-03-01", "2027-03-01"))
        }
        #expect(try workbench.ask("京A11111", "000001", category: "07").outcome == .noMatch)
        #expect(try workbench.ask("京A11111", "000002", category: "02").outcome == .noMatch)
    }

    @Test func `a category nobody has said fits every question`() throws {
        let workbench = Workbench(now: "2026-08-01 12:00")
        try workbench.accept(policyRecord("R1", plate: "京A11111", vin: Self.red, from: "2026-01-01", to: "2026-12-31"))
        for category in [nil, "01", "02", "07"] {
            #expect(try workbench.ask("京A11111", "000001", category: category).outcome == .inForce)
        }
    }

    @Test func `a renewal made out under the new plate ahead of the change does not move it`() throws {
        for isChangeFirst in [true, false] {
            let workbench = Workbench(now: "2026-05-20 12:00")
            try workbench.accept(
                policyRecord("R1", plate: "京A11111", vin: Self.red, from: "2025-06-20", to: "2026-06-19"))
            let change: [Field: String] = [
                .event: "plateChange", .policyNumber: "R1", .newPlate: "京A33333", .effectiveAt: "2026-06-01 00:00",
            ]
            let renewal = policyRecord(
                "R2", plate: "京A33333", vin: Self.red, from: "2026-06-20", to: "2027-06-19",
                [.issuedAt: "2026-05-15 10:00"])
            for record in isChangeFirst ? [change, renewal] : [renewal, change] { try workbench.accept(record) }
            #expect(try workbench.ask("京A11111", "000001", on: "2026-05-25").flags == [])
            #expect(try workbench.ask("京A11111", "000001", on: "2026-06-01").flags == [.formerPlate])
            #expect(try workbench.ask("京A33333", "000001", on: "2026-06-01").flags == [])
        }
    }

    @Test func `records that come late leave the same bindings as records in time`() throws {
        var records: [[Field: String]] = [
            policyRecord(
                "R1", plate: "京A11111", vin: Self.red, from: "2024-01-01", to: "2024-12-31", [.issuedAt: "2023-12-20"]),
            policyRecord(
                "R2", plate: "京A11111", vin: Self.red, from: "2025-01-01", to: "2025-12-31", [.issuedAt: "2024-12-20"]),
            policyRecord(
                "R3", plate: "京A33333", vin: Self.red, from: "2026-01-01", to: "2026-12-31", [.issuedAt: "2025-12-20"]),
            [
                .event: "plateChange", .policyNumber: "R3", .newPlate: "京A44444", .effectiveAt: "2026-05-01 00:00",
            ],
            policyRecord(
                "R4", plate: "京A44444", vin: Self.red, from: "2027-01-01", to: "2027-12-31", [.issuedAt: "2026-06-20"]),
        ]
        let inTime = Workbench(now: "2026-08-01 12:00")
        for record in records { try inTime.accept(record) }
        records.swapAt(0, 4)
        records.swapAt(1, 2)
        let late = Workbench(now: "2026-08-01 12:00")
        for record in records { try late.send(record) }
        let change: [Field: String] = [
            .event: "plateChange", .policyNumber: "R3", .newPlate: "京A44444", .effectiveAt: "2026-05-01 00:00",
            .sequence: "9",
        ]
        try late.send(change)
        for on in ["2023-12-25", "2025-06-01", "2025-12-30", "2026-04-30", "2026-05-01", "2027-06-01"] {
            for number in ["京A11111", "京A33333", "京A44444"] {
                let (first, second) = (
                    try inTime.ask(number, "000001", on: on), try late.ask(number, "000001", on: on)
                )
                #expect(first.line == second.line)
                #expect(first.flags == second.flags, "\(number) on \(on)")
            }
        }
    }

    @Test func `a plate change of a vehicle nobody insures is kept out`() throws {
        let workbench = Workbench()
        let change: [Field: String] = [
            .event: "plateChange", .policyNumber: "R1", .plate: "京A11111", .newPlate: "京A33333",
            .effectiveAt: "2026-06-01 00:00",
        ]
        #expect(try workbench.refuse(change) == ["vehicleUnknown"])
    }
}
