import Foundation
import Registry
import Regulation
import Testing

/// No vehicle with this plate *and* this proof: whichever is wrong, the answer is the same.
@Suite struct NoMatchTests {
    private func bench() throws -> Workbench {
        let workbench = Workbench(now: "2026-11-20 12:00")
        try workbench.accept(policyRecord("PDZA000123", from: "2026-03-01", to: "2027-02-28", [.plateCategory: "02"]))
        return workbench
    }

    /// What may not differ, members in order.
    private func body(_ answer: CoverageAnswer) throws -> String {
        var members = try #require(JSONSerialization.jsonObject(with: Data(answer.json)) as? [String: Any])
        for free in ["asOf", "knownAt", "treeSize"] { #expect(members.removeValue(forKey: free) != nil) }
        let data = try JSONSerialization.data(withJSONObject: members, options: [.sortedKeys, .withoutEscapingSlashes])
        return String(decoding: data, as: UTF8.self)
    }

    @Test func `a wrong plate and a wrong proof give the same body at any moment`() throws {
        let workbench = try bench()
        let wrongPlate = try body(workbench.ask("京A99999", "123456"))
        workbench.now = workbench.now.adding(seconds: 77)
        let wrongSuffix = try body(workbench.ask("京A12345", "654321"))
        let wrongCategory = try body(workbench.ask("京A12345", "123456", category: "01"))
        let wrongVIN = try body(
            workbench.answer(
                CoverageQuestion(
                    subject: .plate(plate("京A12345"), nil),
                    proof: .vin(try #require(VIN(canonical: "LSVAM4187C2999999"))))))
        let wrongNumber = try body(
            workbench.answer(
                CoverageQuestion(
                    subject: .vin(try #require(VIN(canonical: "LSVAM4187C2123456"))),
                    proof: .policyNumberSuffix("000124"))))
        for other in [wrongSuffix, wrongCategory, wrongVIN, wrongNumber] {
            #expect(other == wrongPlate)
        }
        #expect(wrongPlate.contains(#""outcome":"noMatch""#))
        for absent in ["insurer", "feedAgeSeconds", "period", "nextPeriod", "daysLeft", "policyNumber"] {
            #expect(wrongPlate.contains(#""\#(absent)":null"#))
        }
    }

    @Test(
        arguments: [
            ("2020-01-01", nil), ("2030-01-01", nil), (nil, "2020-01-01"), ("2026-06-01", "2026-11-20 13:00"),
        ] as [(String?, String?)])
    func `it is the same body for every moment that is asked about`(on: String?, knownAt: String?) throws {
        let workbench = try bench()
        #expect(
            try body(workbench.ask("京A99999", "123456", on: on, knownAt: knownAt))
                == body(workbench.ask("京A12345", "654321", on: on, knownAt: knownAt)))
    }

    @Test func `a vehicle all of whose reports were withdrawn is known no longer`() throws {
        let workbench = Workbench(now: "2026-11-20 12:00")
        let id = try workbench.accept(policyRecord("P1", from: "2026-03-01", to: "2027-02-28"))
        try workbench.accept([.event: "retraction", .corrects: id], at: "2026-11-21 12:00")
        #expect(try workbench.ask("京A12345", "123456").outcome == .noMatch)
        #expect(try workbench.ask("京A12345", "123456", knownAt: "2026-11-20 13:00").outcome == .inForce)
    }

    @Test func `the full VIN with the policy number's last six answers for a car without a plate`() throws {
        let workbench = Workbench(now: "2026-11-20 12:00")
        try workbench.accept(policyRecord("pdza-0001-23456x", plate: nil, from: "2026-03-01", to: "2027-02-28"))
        let vin = try #require(VIN(canonical: "LSVAM4187C2123456"))
        func outcome(_ suffix: String) throws -> CoverageAnswer.Outcome {
            try workbench.answer(CoverageQuestion(subject: .vin(vin), proof: .policyNumberSuffix(suffix))).outcome
        }
        #expect(try outcome("23456X") == .inForce)
        #expect(try outcome("123456") == .noMatch)
        #expect(try outcome("23456x") == .noMatch, "the question is read in capitals")
    }

    @Test func `the number of a record in quarantine proves its vehicle too`() throws {
        let workbench = Workbench(now: "2026-11-20 12:00")
        try workbench.refuse(policyRecord("PDZA999888", plate: nil, from: "2026-03-01", to: "2025-02-28"))
        let vin = try #require(VIN(canonical: "LSVAM4187C2123456"))
        let answer = try workbench.answer(CoverageQuestion(subject: .vin(vin), proof: .policyNumberSuffix("999888")))
        #expect(answer.outcome == .pending)
    }

    @Test func `an official's empty answer says how old the slowest feed is`() throws {
        let workbench = try bench()
        try workbench.store.state(reportedThrough: moment("2026-11-20 11:00"), by: insurer("PICC"))
        try workbench.store.state(reportedThrough: moment("2026-11-20 09:00"), by: insurer("CPIC"))
        #expect(try workbench.askOfficially("京A99999").feedAgeSeconds == 10_800)
        #expect(try workbench.askOfficially("京A12345").outcome == .inForce)
    }

    @Test func `an insurer sees its own contracts; another's look as if there were none`() throws {
        let workbench = try bench()
        let later = policyRecord("C1", from: "2027-06-01", to: "2028-05-31")
        try workbench.accept(later, from: "CPIC")
        func ask(_ code: String) throws -> CoverageAnswer {
            try workbench.answer(
                CoverageQuestion(subject: .plate(plate("京A12345"), nil), proof: .insurer(insurer(code))))
        }
        #expect(
            try ask("PICC").line == "inForce · notDue · coverCurrent · nothingToDo · 2026-03-01…2027-03-01 · left 101")
        #expect(
            try ask("CPIC").line == "notYetInForce · none · coverStartsLater · waitForStart · 2027-06-01…2028-06-01")
        #expect(try ask("PAIC").outcome == .noMatch)
    }
}
