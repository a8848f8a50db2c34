import Testing

@testable import Regulation

/// Regulation 14, 27–31; Underwriting Code 4(6), 5(1), 5(5), annex 1; Insurance Law 16, 22–26, 87; Civil Code 188.
struct DeadlineTests {
    private let tables = LawTables.published

    private func lastDay(_ deadline: Deadline, _ from: String, _ remarks: inout Remarks) throws -> String {
        let start = try #require(CivilDate(from))
        return try DeadlineRule.lastDay(
            of: deadline, from: start, at: "from", by: tables.get(), as: Unrecorded.self, &remarks
        ).value.text
    }

    static let published: [(Deadline, DeadlineSpan)] = [
        (.disclosure, .calendarDays(5)), (.cancellation, .calendarDays(30)), (.cancellationOutermost, .years(2)),
        (.accidentAnswer, .promptly), (.claimDocumentList, .calendarDays(1)),
        (.claimDocumentListWorkingDay, .workingDays(1)), (.missingDocuments, .promptly),
        (.claimAssessment, .calendarDays(5)), (.claimRefusal, .calendarDays(3)), (.claimPayment, .calendarDays(10)),
        (.partialPayment, .calendarDays(60)), (.rescueAdvance, .promptly),
        (.rescueAdvanceInPractice, .workingDays(5)), (.claimLimitation, .years(2)), (.recourseLimitation, .years(3)),
        (.issueAhead, .months(3)), (.manualEntry, .workingDays(7)), (.layUpShortest, .months(1)),
        (.layUpLongest, .months(4)), (.retention, .years(5)),
        (.retentionOverOneYear, .years(10)),
    ]

    @Test func `every deadline has the span the law gives it`() throws {
        let table = try tables.get().deadlines
        let day = try #require(CivilDate("2026-11-20"))
        #expect(Self.published.map(\.0) == Deadline.allCases.sorted { Self.order($0) < Self.order($1) })
        for (deadline, span) in Self.published {
            #expect(try table.terms(of: deadline, on: day).value.span == span, "\(deadline)")
        }
        #expect(table.rows.count == Deadline.allCases.count)
    }

    private static func order(_ deadline: Deadline) -> Int { published.firstIndex { $0.0 == deadline } ?? -1 }

    @Test func `the first day does not count, and a holiday at the end gives way — Civil Code 201, 203`() throws {
        var remarks = Remarks()
        #expect(try lastDay(.disclosure, "2026-11-04", &remarks) == "2026-11-09")
        #expect(try lastDay(.disclosure, "2026-11-02", &remarks) == "2026-11-09")
        #expect(try lastDay(.claimPayment, "2026-09-21", &remarks) == "2026-10-08")
        #expect(try lastDay(.claimRefusal, "2026-10-07", &remarks) == "2026-10-10")
        #expect(remarks.notes.isEmpty)
    }

    @Test func `working days and calendar days differ`() throws {
        var remarks = Remarks()
        #expect(try lastDay(.claimDocumentList, "2026-11-19", &remarks) == "2026-11-20")
        #expect(try lastDay(.claimDocumentList, "2026-11-20", &remarks) == "2026-11-23")
        #expect(try lastDay(.claimDocumentListWorkingDay, "2026-11-20", &remarks) == "2026-11-23")
        #expect(try lastDay(.manualEntry, "2026-09-28", &remarks) == "2026-10-13")
    }

    @Test func `months and years end on the same day or the month's last — Civil Code 202`() throws {
        var remarks = Remarks()
        #expect(try lastDay(.layUpShortest, "2027-01-31", &remarks) == "2027-02-28")
        #expect(try lastDay(.layUpLongest, "2026-10-31", &remarks) == "2027-02-28")
        // 2030-02-28 is a Thursday.
        #expect(try lastDay(.claimLimitation, "2028-02-29", &remarks) == "2030-02-28")
        #expect(try lastDay(.recourseLimitation, "2026-11-20", &remarks) == "2029-11-20")
    }

    @Test func `a year whose holidays are not encoded is noted, not guessed`() throws {
        var remarks = Remarks()
        #expect(try lastDay(.manualEntry, "2026-12-28", &remarks) == "2027-01-06")
        #expect(remarks.notes.map(\.code) == ["holidaysNotEncoded"])
        #expect(remarks.notes.map(\.path) == ["holidays/2027"])
    }

    @Test func `an unverified row is noted, a duty without days is refused, an earlier text too`() throws {
        var remarks = Remarks()
        _ = try lastDay(.rescueAdvanceInPractice, "2026-11-20", &remarks)
        #expect(remarks.notes.map(\.code) == ["rowUnverified"])
        for (deadline, from, code) in [
            (Deadline.rescueAdvance, "2026-11-20", "noFixedDay"), (.claimPayment, "2019-03-01", "tableNotEncoded"),
            (.retention, "2199-12-01", "dateOutOfRange"), (.disclosure, "2200-12-30", "dateOutOfRange"),
        ] {
            #expect {
                _ = try lastDay(deadline, from, &remarks)
            } throws: {
                ($0 as? Refusal)?.findings.map(\.code) == [code]
            }
        }
    }

    @Test func `the tree shows the day as counted when a holiday moved it`() throws {
        var remarks = Remarks()
        let start = try #require(CivilDate("2026-09-21"))
        let moved = try DeadlineRule.lastDay(
            of: .claimPayment, from: start, at: "agreedOn", by: tables.get(), as: Recorded.self, &remarks
        ).node
        #expect(moved.citation == Citation(.civilCode2020, "第203条"))
        #expect(moved.inputs.map(\.value.text) == ["2026-10-01"])
        #expect(moved.inputs.flatMap(\.inputs).map(\.value.text) == ["2026-09-21", "10"])
        #expect(FigureTree.leaves(of: moved).first?.path == "agreedOn")
    }
}
