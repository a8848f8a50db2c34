import Registry
import Regulation
import Testing

/// A wrong record showed two files to be one vehicle; when it is put right or withdrawn, they are two again.
@Suite struct SeparationTests {
    private static let red = "LSVAM4187C2000001"
    private static let blue = "LSVAM4187C2000002"

    /// The red car is known by its VIN and 京A11111; another, with no VIN, by 京A22222. The third record takes them for
    /// one.
    private func bench() throws -> (Workbench, wrong: String) {
        let workbench = Workbench()
        try workbench.accept(
            policyRecord("R", plate: "京A11111", vin: Self.red, from: "2025-03-01", to: "2026-02-28"),
            at: "2026-10-01 10:00")
        try workbench.accept(
            policyRecord("B", plate: "京A22222", vin: nil, from: "2026-06-01", to: "2027-05-31"), at: "2026-10-02 10:00")
        let wrong = try workbench.accept(
            policyRecord(
                "W", plate: "京A22222", vin: Self.red, from: "2025-06-01", to: "2026-05-31", [.sequence: "9"]),
            from: "CPIC", at: "2026-10-10 10:00")
        return (workbench, wrong)
    }

    private func files(_ workbench: Workbench) throws -> Set<Set<String>> {
        Set(try workbench.store.livingFiles.map { Set($0.file.policies.map(\.number)) }.filter { !$0.isEmpty })
    }

    /// What an office is told of both plates now.
    private func outcomes(_ workbench: Workbench) throws -> [CoverageAnswer.Outcome] {
        [try workbench.askOfficially("京A11111").outcome, try workbench.askOfficially("京A22222").outcome]
    }

    @Test func `withdrawn, it leaves both as they were`() throws {
        let (workbench, wrong) = try bench()
        #expect(try files(workbench) == [["R", "B", "W"]])
        #expect(try workbench.ask("京A22222", "000001").outcome == .inForce)
        try workbench.accept([.event: "retraction", .corrects: wrong], from: "CPIC", at: "2026-11-10 10:00")
        #expect(try files(workbench) == [["R"], ["B"]])
        #expect(try outcomes(workbench) == [.lapsed, .inForce])
        #expect(try workbench.ask("京A22222", "000001").outcome == .noMatch)
        #expect(try workbench.ask("京A11111", "000001").outcome == .lapsed)
    }

    @Test func `corrected to its own vehicle, it takes along what is that vehicle's and no more`() throws {
        let (workbench, wrong) = try bench()
        try workbench.accept([.event: "correction", .corrects: wrong, .vin: Self.blue], from: "CPIC")
        #expect(try files(workbench) == [["R"], ["B", "W"]])
        #expect(try workbench.ask("京A22222", "000002").outcome == .inForce)
        #expect(try workbench.ask("京A11111", "000001").outcome == .lapsed)
    }

    @Test func `corrected in its plate, it stays and the other goes`() throws {
        let (workbench, wrong) = try bench()
        try workbench.accept([.event: "correction", .corrects: wrong, .plate: "京A11111"], from: "CPIC")
        #expect(try files(workbench) == [["R", "W"], ["B"]])
        #expect(try outcomes(workbench) == [.lapsed, .inForce])
    }

    @Test func `a correction that leaves it as wrong as it was parts nothing`() throws {
        let (workbench, wrong) = try bench()
        try workbench.accept([.event: "correction", .corrects: wrong, .end: "2026-06-30"], from: "CPIC")
        try workbench.accept([.event: "correction", .corrects: wrong, .plateCategory: "02"], from: "CPIC")
        #expect(try files(workbench) == [["R", "B", "W"]])
    }

    @Test func `an earlier knowledge has them as one, and before that as two`() throws {
        let (workbench, wrong) = try bench()
        func told(_ moments: [String]) throws -> [CoverageAnswer.Outcome] {
            try moments.flatMap { known in
                [
                    try workbench.ask("京A22222", "000001", on: "2026-10-20", knownAt: known).outcome,
                    try workbench.ask("京A11111", "000001", on: "2026-10-20", knownAt: known).outcome,
                ]
            }
        }
        let moments = ["2026-10-05 10:00", "2026-10-10 10:00", "2026-11-10 09:59:59"]
        workbench.now = moment("2026-11-10 09:59:59")
        let before = try told(moments)
        #expect(before == [.noMatch, .lapsed, .inForce, .inForce, .inForce, .inForce])
        try workbench.accept([.event: "retraction", .corrects: wrong], from: "CPIC", at: "2026-11-10 10:00")
        #expect(try told(moments) == before)
        #expect(try told(["2026-11-10 10:00"]) == [.noMatch, .lapsed])
    }

    @Test func `what happened to a contract and what came later go to their own vehicle`() throws {
        let (workbench, wrong) = try bench()
        try workbench.accept([
            .event: "cancellation", .policyNumber: "B", .effectiveAt: "2026-09-01 00:00", .ground: "stolen",
        ])
        try workbench.accept(
            policyRecord("B2", plate: "京A22222", vin: nil, from: "2027-06-01", to: "2028-05-31"), from: "PAIC")
        try workbench.accept(policyRecord("R2", plate: "京A11111", vin: Self.red, from: "2027-03-01", to: "2028-02-29"))
        try workbench.accept([.event: "retraction", .corrects: wrong], from: "CPIC")
        #expect(try files(workbench) == [["R", "R2"], ["B", "B2"]])
        let blue = try workbench.askOfficially("京A22222")
        #expect(blue.outcome == .notYetInForce && blue.nextPeriod == nil)
        #expect(try workbench.ask("京A11111", "000001").outcome == .notYetInForce)
        // Both are still found by every name.
        try workbench.accept([.event: "retraction", .corrects: "main-3"])
        #expect(try workbench.askOfficially("京A22222").outcome == .inForce)
        try workbench.accept([.event: "correction", .corrects: "main-1", .vin: Self.blue])
        #expect(try workbench.ask("京A22222", "000002").outcome == .inForce)
    }

    @Test func `the withdrawal withdrawn, they are one again, and each report is there once`() throws {
        let (workbench, wrong) = try bench()
        let retraction = try workbench.accept([.event: "retraction", .corrects: wrong], from: "CPIC")
        try workbench.accept([.event: "retraction", .corrects: retraction], from: "CPIC")
        #expect(try workbench.store.livingFiles.map { $0.file.policies.map(\.number).sorted() } == [["B", "R", "W"]])
        #expect(try workbench.ask("京A22222", "000001").outcome == .inForce)
        try workbench.accept([.event: "retraction", .corrects: wrong, .sequence: "10"], from: "CPIC")
        #expect(try files(workbench) == [["R"], ["B"]])
    }

    @Test func `the correction that parted them withdrawn, they are one again`() throws {
        for right in [[Field.vin: Self.blue], [.plate: "京A11111"]] {
            let (workbench, wrong) = try bench()
            let correction = try workbench.accept(
                [Field.event: "correction", .corrects: wrong].merging(right) { $1 }, from: "CPIC")
            #expect(try files(workbench).count == 2)
            try workbench.accept([.event: "retraction", .corrects: correction], from: "CPIC")
            let living = try workbench.store.livingFiles.filter { !$0.file.policies.isEmpty }
            #expect(living.map { $0.file.policies.map(\.number).sorted() } == [["B", "R", "W"]], "\(right)")
        }
    }

    @Test func `a correction that joined two vehicles wrongly parts them when it is put right`() throws {
        let workbench = Workbench()
        try workbench.accept(policyRecord("R", plate: "京A11111", vin: Self.red, from: "2026-03-01", to: "2027-02-28"))
        let id = try workbench.accept(
            policyRecord("B", plate: "京A22222", vin: nil, from: "2026-06-01", to: "2027-05-31"))
        try workbench.accept(policyRecord("B2", plate: "京A22222", vin: nil, from: "2027-06-01", to: "2028-05-31"))
        let wrong = try workbench.accept([.event: "correction", .corrects: id, .vin: Self.red])
        #expect(try workbench.ask("京A11111", "000001").flags.contains(.duplicateCover))
        try workbench.accept([.event: "correction", .corrects: wrong, .vin: Self.blue])
        #expect(try files(workbench) == [["R"], ["B", "B2"]])
        #expect(try !workbench.ask("京A11111", "000001").flags.contains(.duplicateCover))
        #expect(try workbench.ask("京A22222", "000002").renewal == .renewed)
    }

    @Test func `another report that shows them to be one keeps them together`() throws {
        let (workbench, wrong) = try bench()
        try workbench.accept(policyRecord("S", plate: "京A22222", vin: Self.red, from: "2028-06-01", to: "2029-05-31"))
        try workbench.accept([.event: "retraction", .corrects: wrong], from: "CPIC")
        #expect(try files(workbench) == [["R", "B", "S"]])
    }

    @Test func `records under review stay where they are, and with them the vehicle that they name`() throws {
        let (workbench, wrong) = try bench()
        try workbench.refuse(
            policyRecord(
                "Q", plate: "京A22222", vin: nil, from: "2027-06-01", to: "2026-05-31", [.sequence: "12"]))
        try workbench.accept([.event: "retraction", .corrects: wrong], from: "CPIC")
        #expect(try files(workbench) == [["R"], ["B"]])
        let reviewed = try workbench.store.livingFiles.filter { !$0.file.reviews.isEmpty }.map(\.file)
        #expect(reviewed.map { $0.policies.map(\.number) } == [["B"]])
        try workbench.accept(
            policyRecord(
                "Q", plate: "京A22222", vin: nil, from: "2027-06-01", to: "2028-05-31", [.sequence: "12"]))
        #expect(workbench.store.openQuarantine(of: insurer("PICC")) == 0)
        #expect(try files(workbench) == [["R"], ["B", "Q"]])
    }
}
