import Regulation
import Testing

/// Regulation 36–40; Road Traffic Safety Law 95, 96, 98.
struct PenaltyTests {
    private let tables = LawTables.published

    private func fine(
        _ offence: Offence, premium: String? = nil, gain: String? = nil, on: String = "2026-11-20"
    ) throws -> PenaltyResult<Unrecorded.Nothing> {
        var remarks = Remarks()
        let request = PenaltyRequest(
            offence: offence, on: CivilDate(on), premium: premium.flatMap { Amount(yuan: $0) },
            unlawfulGain: gain.flatMap { Amount(yuan: $0) })
        return try PenaltyRule.fine(of: request, by: tables.get(), as: Unrecorded.self, &remarks)
    }

    private func range(_ result: PenaltyResult<Unrecorded.Nothing>) -> [String] {
        [result.least.value.yuanText, result.most.value.yuanText]
    }

    @Test func `driving uninsured costs twice the premium — Regulation 38`() throws {
        let result = try fine(.uninsured, premium: "950")
        #expect(range(result) == ["1900.00", "1900.00"])
        #expect(result.terms.alsoCited == [Citation(.roadTrafficSafetyLaw2021, "第98条")])
        #expect(result.terms.measures.first?.chinese == "扣留机动车")
    }

    @Test(arguments: [
        (Offence.markNotPlaced, "20.00", "200.00"), (.markForged, "1000.00", "3000.00"),
        (.markOfAnotherVehicle, "2000.00", "5000.00"), (.insurerMisconduct, "50000.00", "300000.00"),
        (.unlicensedBusiness, "200000.00", "1000000.00"),
    ])
    func `the published ranges`(offence: Offence, least: String, most: String) throws {
        #expect(range(try fine(offence)) == [least, most])
    }

    @Test func `from 200000 yuan of unlawful gain the fine is one to five times of it — Regulation 36`() throws {
        #expect(range(try fine(.unlicensedBusiness, gain: "199999.99")) == ["200000.00", "1000000.00"])
        #expect(range(try fine(.unlicensedBusiness, gain: "200000")) == ["200000.00", "1000000.00"])
        #expect(range(try fine(.unlicensedBusiness, gain: "300000")) == ["300000.00", "1500000.00"])
    }

    @Test func `what is missing, negative, too early or too large is refused`() throws {
        let cases: [(PenaltyRequest, [String])] = [
            (PenaltyRequest(), ["missing", "missing"]),
            (PenaltyRequest(offence: .uninsured, on: CivilDate("2026-11-20")), ["missing"]),
            (
                PenaltyRequest(offence: .uninsured, on: CivilDate("2026-11-20"), premium: Amount(fen: -1)),
                ["amountNegative"]
            ),
            (PenaltyRequest(offence: .markForged, on: CivilDate("2021-04-28")), ["tableNotEncoded"]),
            (
                PenaltyRequest(offence: .uninsured, on: CivilDate("2026-11-20"), premium: Amount(fen: Amount.limit)),
                ["amountOutOfBounds"]
            ),
        ]
        let tables = try tables.get()
        for (request, codes) in cases {
            var remarks = Remarks()
            #expect {
                _ = try PenaltyRule.fine(of: request, by: tables, as: Unrecorded.self, &remarks)
            } throws: {
                ($0 as? Refusal)?.findings.map(\.code) == codes
            }
        }
    }

    @Test func `the tree shows the premium and the multiple`() throws {
        var remarks = Remarks()
        let request = PenaltyRequest(
            offence: .uninsured, on: CivilDate("2026-11-20"), premium: Amount(yuan: "950"))
        let node = try PenaltyRule.fine(of: request, by: tables.get(), as: Recorded.self, &remarks).most.node
        #expect(node.inputs.map(\.value.text) == ["950.00", "2"])
        #expect(node.citation == Citation(.regulation2019, "第38条"))
    }
}
