import Registry
import Regulation
import Testing

/// `on` picks the moment of cover, `knownAt` what had been received: history, question, answer.
@Suite struct KnowledgeTests {
    private func history() throws -> Workbench {
        let workbench = Workbench()
        let proposal: [Field: String] = [
            .event: "proposal", .policyNumber: "P1", .plate: "京A12345", .vin: "LSVAM4187C2123456",
            .end: "2027-03-01 00:00",
        ]
        try workbench.accept(proposal, at: "2026-02-01 10:00")
        try workbench.accept(policyRecord("P1", from: "2026-03-01", to: "2027-02-28"), at: "2026-02-10 10:00")
        try workbench.accept(
            [.event: "layUp", .policyNumber: "P1", .effectiveAt: "2026-05-01 00:00", .layUpUntil: "2026-08-01 00:00"],
            at: "2026-05-10 10:00")
        try workbench.accept(
            [.event: "resumption", .policyNumber: "P1", .effectiveAt: "2026-06-01 00:00"], at: "2026-06-03 10:00")
        let cancellation = try workbench.accept(
            [.event: "cancellation", .policyNumber: "P1", .effectiveAt: "2026-07-01 00:00", .ground: "stolen"],
            at: "2026-07-15 10:00")
        try workbench.accept([.event: "retraction", .corrects: cancellation], at: "2026-09-01 10:00")
        workbench.now = moment("2026-12-01 10:00")
        return workbench
    }

    @Test(arguments: [
        ("2026-07-20", "2026-01-31 10:00", "noMatch"),
        ("2026-07-20", "2026-02-05 10:00", "pending"),
        ("2026-02-20", "2026-02-05 10:00", "pending"),
        ("2026-02-20", "2026-03-05 10:00", "notYetInForce"),
        ("2026-07-20", "2026-02-10 10:00", "inForce 2027-03-01"),
        ("2026-07-20", "2026-02-10T09:59:59.999+08:00", "pending"),
        ("2026-05-20", "2026-05-10 09:59:59", "inForce 2027-03-01"),
        ("2026-05-20", "2026-05-10 10:00", "laidUp 2027-03-01"),
        ("2026-07-20", "2026-05-10 10:00", "laidUp 2027-03-01"),
        ("2026-07-20", "2026-06-03 10:00", "inForce 2027-04-01"),
        ("2026-05-20", "2026-06-03 10:00", "laidUp 2027-04-01"),
        ("2026-07-20", "2026-07-15 10:00", "cancelled 2026-07-01"),
        ("2026-06-20", "2026-07-15 10:00", "inForce 2026-07-01"),
        ("2026-07-20", "2026-09-01 10:00", "inForce 2027-04-01"),
        ("2027-04-02", "2026-09-01 10:00", "lapsed 2027-04-01"),
        ("2026-07-20", "2030-01-01 10:00", "inForce 2027-04-01"),
    ])
    func `an earlier knowledge answers as it did`(on: String, knownAt: String, expected: String) throws {
        let workbench = try history()
        let answer = try workbench.ask("京A12345", "123456", on: on, knownAt: knownAt)
        let end = answer.period.map { " \($0.end.shanghaiDate.text)" } ?? ""
        #expect("\(answer.outcome)\(answer.outcome == .notYetInForce ? "" : end)" == expected)
        #expect(answer.knownAt <= answer.asOf)
    }

    /// What was answered at each moment is answered for that knowledge ever after.
    @Test func `every answer ever given can be had again`() throws {
        let full = try history()
        let moments = ["2026-02-20", "2026-05-20", "2026-07-20", "2027-04-02"]
        for index in full.store.rows.indices {
            let known = full.store.rows[index].committedAt
            let entries = try full.store.entries((0...Int64(index)).map { $0 })
            let file = VehicleFile(folding: entries)
            for on in moments {
                let then = file.isEmpty ? nil : CoverageRules(file: file, on: moment(on)).verdict.outcome
                let question = CoverageQuestion(
                    subject: .plate(plate("京A12345"), nil), proof: .vinSuffix("123456"), on: moment(on), knownAt: known)
                #expect(try full.answer(question).outcome == then ?? .noMatch)
            }
        }
    }

    @Test func `a clock set back hides nothing that was acknowledged`() throws {
        let workbench = Workbench()
        try workbench.accept(policyRecord("P1", from: "2026-03-01", to: "2027-02-28"), at: "2026-11-20 12:00")
        workbench.now = moment("2026-11-20 11:00")
        let answer = try workbench.ask("京A12345", "123456")
        #expect(answer.outcome == .inForce)
        #expect(answer.treeSize == 1)
        #expect(answer.knownAt == moment("2026-11-20 12:00"))
        #expect(try workbench.ask("京A12345", "123456", knownAt: "2026-11-20 11:59").outcome == .noMatch)
    }

    @Test func `nothing is known of the future`() throws {
        let workbench = Workbench(now: "2026-11-20 12:00")
        try workbench.accept(policyRecord("P1", from: "2026-03-01", to: "2027-02-28"))
        #expect(try workbench.ask("京A12345", "123456", knownAt: "2030-01-01").knownAt == moment("2026-11-20 12:00"))
    }
}
