import Regulation
import Testing

/// Underwriting Code 5(2)5 and 5(3)1.
struct TransferTests {
    private func treatment(_ from: String, _ to: String, on: String = "2026-11-20") throws -> TransferTreatment {
        try TransferRule.treatment(
            from: TransferPlace(code: from), to: TransferPlace(code: to), on: CivilDate(on))
    }

    @Test(arguments: [
        ("330100", "330106", TransferReach.withinPrefecture), ("330100", "330200", .withinProvince),
        ("330100", "110101", .acrossProvinces), ("110101", "110228", .withinPrefecture),
        ("500101", "500230", .withinPrefecture), ("429004", "429005", .withinProvince),
        ("429004", "429004", .withinPrefecture), ("440100", "440300", .withinProvince),
    ])
    func `the place of registration is the prefecture`(from: String, to: String, reach: TransferReach) throws {
        #expect(try treatment(from, to).reach == reach)
        #expect(try treatment(to, from).reach == reach)
    }

    @Test func `at home the policy is endorsed and not cancelled`() throws {
        let treatment = try treatment("330100", "330106")
        #expect(treatment.endorsement == .localTransfer)
        #expect(treatment.endorsement?.kind == .dailyRate)
        #expect(treatment.cancellation == nil)
        #expect(treatment.newPolicyFloats == nil)
    }

    @Test func `beyond the prefecture it may be cancelled, beyond the province the new policy does not float`() throws {
        let near = try treatment("330100", "330200")
        #expect(near.cancellation == .movedAway)
        #expect(near.newPolicyFloats == true)
        let far = try treatment("330100", "110101")
        #expect(far.cancellation == .movedAway)
        #expect(far.newPolicyFloats == false)
        #expect(far.succession == Citation(.underwritingCode2020, "第五节二(五)"))
    }

    @Test func `no place, no day and an earlier code are refused`() throws {
        #expect(TransferPlace(code: "990000") == nil)
        #expect(TransferPlace(code: "33010") == nil)
        #expect(TransferPlace(code: "33010X") == nil)
        #expect {
            _ = try TransferRule.treatment(from: nil, to: nil, on: CivilDate("2020-09-18"))
        } throws: {
            ($0 as? Refusal)?.findings.map(\.code) == ["missing", "missing", "tableNotEncoded"]
        }
    }
}
