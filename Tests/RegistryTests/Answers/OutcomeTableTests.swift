import Registry
import Regulation
import Testing

/// The outcome table of the contract, row by row: first that fits.
@Suite struct OutcomeTableTests {
    /// A vehicle's history as insurers send it, a moment, and what is answered.
    struct Row: CustomTestStringConvertible {
        let testDescription: String
        let records: [[Field: String]]
        let on: String
        let expected: String
        var citations: [String] = []
        var flags: [Flag] = []
    }

    static let year = policyRecord("P1", from: "2026-03-01", to: "2027-02-28", [.issuedAt: "2026-02-20 10:00"])
    static let next = policyRecord("P2", from: "2027-03-01", to: "2028-02-29", [.issuedAt: "2026-11-01 10:00"])
    static let later = policyRecord("P3", from: "2027-03-11", to: "2028-03-10", [.issuedAt: "2026-11-01 10:00"])

    static func event(_ event: String, of number: String = "P1", at: String, _ more: [Field: String] = [:]) -> [Field:
        String]
    {
        [.event: event, .policyNumber: number, .effectiveAt: at].merging(more) { $1 }
    }

    static let rows: [Row] = [
        Row(
            testDescription: "in force, not due", records: [year], on: "2026-11-20 12:00",
            expected: "inForce · notDue · coverCurrent · nothingToDo · 2026-03-01…2027-03-01 · left 101",
            citations: ["第2条", "第二节五"]),
        Row(
            testDescription: "in force, due from thirty days on", records: [year], on: "2027-01-30 00:00",
            expected: "inForce · due · coverEndingSoon · renewInTime · 2026-03-01…2027-03-01 · left 30",
            citations: ["第2条", "第二节五"]),
        Row(
            testDescription: "in force, thirty-one days left", records: [year], on: "2027-01-29 23:59:59",
            expected: "inForce · notDue · coverCurrent · nothingToDo · 2026-03-01…2027-03-01 · left 31"),
        Row(
            testDescription: "in force and renewed without a gap", records: [year, next], on: "2026-11-20 12:00",
            expected: "inForce · renewed · coverCurrentRenewed · nothingToDo · 2026-03-01…2027-03-01 · "
                + "then 2027-03-01…2028-03-01 · left 101"),
        Row(
            testDescription: "renewed though nothing is left to spare", records: [year, next],
            on: "2027-02-28 23:59:59",
            expected: "inForce · renewed · coverCurrentRenewed · nothingToDo · 2026-03-01…2027-03-01 · "
                + "then 2027-03-01…2028-03-01 · left 1"),
        Row(
            testDescription: "renewed with a gap", records: [year, later], on: "2027-02-20 12:00",
            expected: "inForce · renewedWithGap · coverCurrentRenewedWithGap · closeTheGap · 2026-03-01…2027-03-01 · "
                + "then 2027-03-11…2028-03-11 · left 9 · gap 10"),
        Row(
            testDescription: "a gap of a minute is a gap of one day",
            records: [year, policyRecord("P2", from: "2027-03-01 00:01", to: "2028-03-01 00:01")],
            on: "2026-11-20 12:00",
            expected: "inForce · renewedWithGap · coverCurrentRenewedWithGap · closeTheGap · 2026-03-01…2027-03-01 · "
                + "then 2027-03-01T00:01…2028-03-01T00:01 · left 101 · gap 1"),
        Row(
            testDescription: "of two covers the one that starts earliest answers, the other is a flag",
            records: [policyRecord("P9", from: "2026-06-01", to: "2027-05-31"), year], on: "2026-11-20 12:00",
            expected: "inForce · renewed · coverCurrentRenewed · nothingToDo · 2026-03-01…2027-03-01 · "
                + "then 2026-06-01…2027-06-01 · left 101",
            citations: ["第2条", "第二节五", "第五节二"], flags: [.duplicateCover]),
        Row(
            testDescription: "laid up",
            records: [year, event("layUp", at: "2026-10-01 00:00", [.layUpUntil: "2026-12-31"])],
            on: "2026-11-20 12:00",
            expected: "laidUp · notDue · coverResting · resumeBeforeDriving · 2026-03-01…2027-03-01 · left 101",
            citations: ["第五节五"]),
        Row(
            testDescription: "laid up and due",
            records: [year, event("layUp", at: "2027-01-20 00:00", [.layUpUntil: "2027-03-31"])],
            on: "2027-02-20 12:00",
            expected: "laidUp · due · coverResting · resumeBeforeDriving · 2026-03-01…2027-03-01 · left 9"),
        Row(
            testDescription: "while one cover rests the other answers",
            records: [
                year, policyRecord("P9", from: "2026-06-01", to: "2027-05-31"),
                event("layUp", at: "2026-10-01 00:00", [.layUpUntil: "2026-12-31"]),
            ],
            on: "2026-11-20 12:00",
            expected: "inForce · notDue · coverCurrent · nothingToDo · 2026-06-01…2027-06-01 · left 193",
            citations: ["第2条", "第二节五", "第五节二"], flags: [.duplicateCover]),
        Row(
            testDescription: "pending, for a proposal was received",
            records: [[.event: "proposal", .policyNumber: "T1", .plate: "京A12345", .vin: "LSVAM4187C2123456"]],
            on: "2026-11-20 12:00", expected: "pending · none · proposalReceived · askInsurerAboutProposal · no period",
            citations: ["第四节一"]),
        Row(
            testDescription: "a proposal comes before a later period",
            records: [
                next, [.event: "proposal", .policyNumber: "T1", .vin: "LSVAM4187C2123456", .end: "2027-12-01"],
            ],
            on: "2026-11-20 12:00",
            expected:
                "pending · none · proposalReceived · askInsurerAboutProposal · no period · then 2027-03-01…2028-03-01"),
        Row(
            testDescription: "a proposal that became a policy is none",
            records: [
                [
                    .event: "proposal", .policyNumber: "P2", .plate: "京A12345", .vin: "LSVAM4187C2123456",
                ], next,
            ],
            on: "2026-11-20 12:00",
            expected: "notYetInForce · none · coverStartsLater · waitForStart · 2027-03-01…2028-03-01",
            citations: ["第二节四", "第38条"]),
        Row(
            testDescription: "a proposal for a time gone by is no longer open",
            records: [
                year, [.event: "proposal", .policyNumber: "T1", .vin: "LSVAM4187C2123456", .end: "2026-03-01 00:00"],
            ],
            on: "2027-03-02 12:00",
            expected: "lapsed · overdue · periodEnded · renewBeforeDriving · 2026-03-01…2027-03-01 · gap 1"),
        Row(
            testDescription: "an old proposal is all that was ever heard",
            records: [
                [
                    .event: "proposal", .policyNumber: "T1", .plate: "京A12345", .vin: "LSVAM4187C2123456",
                    .start: "2025-03-01",
                    .end: "2026-03-01",
                ]
            ],
            on: "2027-03-02 12:00",
            expected: "pending · none · proposalReceived · askInsurerAboutProposal · no period"),
        Row(
            testDescription: "pending, for a record about the vehicle is in quarantine",
            records: [policyRecord("P1", from: "2026-03-01", to: "2025-03-01")], on: "2026-11-20 12:00",
            expected: "pending · none · recordUnderReview · askInsurerAboutReport · no period", citations: ["第四节一"]),
        Row(
            testDescription: "a record in quarantine does not take cover away",
            records: [year, policyRecord("P2", from: "2027-03-01", to: "2026-03-01")], on: "2026-11-20 12:00",
            expected: "inForce · notDue · coverCurrent · nothingToDo · 2026-03-01…2027-03-01 · left 101"),
        Row(
            testDescription: "not yet in force, the first cover ever", records: [next], on: "2026-11-20 12:00",
            expected: "notYetInForce · none · coverStartsLater · waitForStart · 2027-03-01…2028-03-01",
            citations: ["第二节四", "第38条"]),
        Row(
            testDescription: "not yet in force after a gap", records: [year, later], on: "2027-03-05 12:00",
            expected:
                "notYetInForce · renewedWithGap · coverStartsAfterGap · waitForStart · 2027-03-11…2028-03-11 · gap 10",
            citations: ["第二节四", "第38条"]),
        Row(
            testDescription: "not yet in force, and another follows",
            records: [next, policyRecord("P4", from: "2028-03-01", to: "2029-02-28")], on: "2026-11-20 12:00",
            expected: "notYetInForce · none · coverStartsLater · waitForStart · 2027-03-01…2028-03-01 · "
                + "then 2028-03-01…2029-03-01"),
        Row(
            testDescription: "cancelled",
            records: [year, event("cancellation", at: "2026-10-01 12:00", [.ground: "stolen"])],
            on: "2026-11-20 12:00",
            expected:
                "cancelled · overdue · cancelledByGround · insureBeforeDriving · 2026-03-01…2026-10-01T12:00 · gap 50",
            citations: ["第五节二(三)", "第38条", "第98条"]),
        Row(
            testDescription: "cancelled by the insurer for non-disclosure",
            records: [year, event("cancellation", at: "2026-10-01 12:00", [.ground: "nonDisclosure"])],
            on: "2026-11-20 12:00",
            expected:
                "cancelled · overdue · cancelledForNonDisclosure · insureBeforeDriving · "
                + "2026-03-01…2026-10-01T12:00 · gap 50",
            citations: ["第五节一", "第38条", "第98条"]),
        Row(
            testDescription: "cancelled before its start, and nothing else",
            records: [next, event("cancellation", of: "P2", at: "2026-11-10 12:00", [.ground: "duplicate"])],
            on: "2026-11-20 12:00",
            expected: "cancelled · overdue · cancelledBeforeStart · insureBeforeDriving · no period",
            citations: ["第五节二(四)", "第38条", "第98条"]),
        Row(
            testDescription: "cancelled at its very start it is no period",
            records: [year, next, event("cancellation", of: "P2", at: "2027-03-01 00:00", [.ground: "duplicate"])],
            on: "2027-03-05 12:00",
            expected: "lapsed · overdue · periodEnded · renewBeforeDriving · 2026-03-01…2027-03-01 · gap 4",
            citations: ["第38条", "第98条"]),
        Row(
            testDescription: "a renewal cancelled before its start is no renewal",
            records: [year, next, event("cancellation", of: "P2", at: "2026-11-10 12:00", [.ground: "duplicate"])],
            on: "2026-11-20 12:00",
            expected: "inForce · notDue · coverCurrent · nothingToDo · 2026-03-01…2027-03-01 · left 101"),
        Row(
            testDescription: "cancelled after the cover had ended is lapsed",
            records: [year, event("cancellation", at: "2027-03-01 00:00", [.ground: "stolen"])], on: "2027-03-05 12:00",
            expected: "lapsed · overdue · periodEnded · renewBeforeDriving · 2026-03-01…2027-03-01 · gap 4"),
        Row(
            testDescription: "lapsed", records: [year], on: "2027-03-01 00:00",
            expected: "lapsed · overdue · periodEnded · renewBeforeDriving · 2026-03-01…2027-03-01",
            citations: ["第38条", "第98条"]),
        Row(
            testDescription: "lapsed for more than thirty days", records: [year], on: "2027-04-01 00:00",
            expected: "lapsed · overdue · periodEndedUnrenewed · renewBeforeDriving · 2026-03-01…2027-03-01 · gap 31"),
        Row(
            testDescription: "of several ended periods the one that ended last tells how",
            records: [
                year, policyRecord("P0", from: "2025-06-01", to: "2026-05-31"),
                event("cancellation", of: "P0", at: "2025-12-01 00:00", [.ground: "stolen"]),
            ],
            on: "2027-03-05 12:00",
            expected: "lapsed · overdue · periodEnded · renewBeforeDriving · 2026-03-01…2027-03-01 · gap 4"),
    ]

    @Test(arguments: rows)
    func `the table answers`(row: Row) throws {
        let workbench = Workbench(now: "2026-11-20 12:00")
        for record in row.records { try workbench.send(record) }
        workbench.now = moment(row.on)
        let answer = try workbench.ask("京A12345", "123456")
        #expect(answer.line == row.expected)
        if !row.citations.isEmpty { #expect(answer.citations.map(\.article) == row.citations) }
        #expect(answer.flags == row.flags)
        // The moment of cover is picked by `on` alone: asked from elsewhere in time the answer is the same.
        workbench.now = moment("2030-01-01 00:00")
        #expect(try workbench.ask("京A12345", "123456", on: row.on).line == row.expected)
    }

    @Test func `every outcome, reason, remedy and renewal stands in the table`() {
        let words = Set(Self.rows.flatMap { $0.expected.split(separator: " ").map(String.init) })
        // `noMatch` is about the question, and has its own tests.
        for outcome in CoverageAnswer.Outcome.allCases where outcome != .noMatch {
            #expect(words.contains(outcome.rawValue))
        }
        for reason in Reason.allCases where reason != .noRecordMatches { #expect(words.contains(reason.rawValue)) }
        for remedy in Remedy.allCases where remedy != .checkInputOrAskInsurer {
            #expect(words.contains(remedy.rawValue))
        }
        for renewal in CoverageAnswer.Renewal.allCases { #expect(words.contains(renewal.rawValue)) }
        #expect(Reason.allCases.count >= 12)
    }
}
