import Regulation
import Testing

/// Regulation art. 14; Underwriting Code 5(1).
struct NonDisclosureTests {
    private let tables = LawTables.published

    private func stage(
        known: String = "2026-11-02", notice: String? = nil, disclosed: String? = nil, on: String
    ) throws -> NonDisclosureResult<Unrecorded.Nothing> {
        var remarks = Remarks()
        let request = NonDisclosureRequest(
            groundKnownOn: CivilDate(known), noticeReceivedOn: notice.flatMap { CivilDate($0) },
            disclosedOn: disclosed.flatMap { CivilDate($0) }, on: CivilDate(on))
        return try NonDisclosureRule.stage(of: request, by: tables.get(), as: Unrecorded.self, &remarks)
    }

    @Test func `without a written notice the insurer may not cancel`() throws {
        let result = try stage(on: "2026-11-20")
        #expect(result.stage.value == .noticeDue)
        #expect(result.disclosureUntil == nil)
        #expect(result.cancellationUntil.text == "2026-12-02")
        #expect(try stage(notice: "2026-11-21", on: "2026-11-20").stage.value == .noticeDue)
    }

    @Test func `five days from the receipt, the day of receipt not counted`() throws {
        #expect(try stage(notice: "2026-11-04", on: "2026-11-04").disclosureUntil?.text == "2026-11-09")
        #expect(try stage(notice: "2026-11-04", on: "2026-11-09").stage.value == .awaitingDisclosure)
        #expect(try stage(notice: "2026-11-04", on: "2026-11-10").stage.value == .mayCancel)
    }

    @Test func `a fifth day on a weekend gives way to Monday — Civil Code 203`() throws {
        // 2026-11-08 is a Sunday.
        let result = try stage(notice: "2026-11-03", on: "2026-11-09")
        #expect(result.disclosureUntil?.text == "2026-11-09")
        #expect(result.stage.value == .awaitingDisclosure)
    }

    @Test func `disclosed in time there is no cancellation, too late there is`() throws {
        #expect(try stage(notice: "2026-11-04", disclosed: "2026-11-09", on: "2026-11-20").stage.value == .disclosed)
        #expect(try stage(notice: "2026-11-04", disclosed: "2026-11-10", on: "2026-11-20").stage.value == .mayCancel)
        #expect(try stage(disclosed: "2026-11-03", on: "2026-11-20").stage.value == .disclosed)
        let notYet = try stage(notice: "2026-11-04", disclosed: "2026-11-08", on: "2026-11-07")
        #expect(notYet.stage.value == .awaitingDisclosure)
    }

    @Test func `after thirty days from knowledge the right is gone`() throws {
        #expect(try stage(notice: "2026-11-04", on: "2026-12-02").stage.value == .mayCancel)
        #expect(try stage(notice: "2026-11-04", on: "2026-12-03").stage.value == .extinguished)
        #expect(try stage(on: "2026-12-03").stage.value == .extinguished)
    }

    @Test func `what is missing is told, and a notice before the knowledge is odd`() throws {
        var remarks = Remarks()
        let tables = try tables.get()
        #expect {
            _ = try NonDisclosureRule.stage(of: NonDisclosureRequest(), by: tables, as: Unrecorded.self, &remarks)
        } throws: {
            ($0 as? Refusal)?.findings.map(\.path) == ["groundKnownOn", "on"]
        }
        let early = NonDisclosureRequest(
            groundKnownOn: CivilDate("2026-11-02"), noticeReceivedOn: CivilDate("2026-11-01"),
            on: CivilDate("2026-11-20"))
        let figure = try NonDisclosureRule.stage(of: early, by: tables, as: Recorded.self, &remarks).stage.node
        #expect(remarks.warnings.map(\.code) == ["noticeBeforeKnowledge"])
        #expect(figure.inputs.map(\.name.code) == ["on", "lastDay", "lastDay"])
    }
}
