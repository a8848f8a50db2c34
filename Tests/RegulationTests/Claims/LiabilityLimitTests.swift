import Testing

@testable import Regulation

struct LiabilityLimitTests {
    struct Period: Sendable {
        let days: [String]
        /// Death and disability, medical costs, property, in yuan.
        let atFault: [Int64]
        let noFault: [Int64]
    }

    static let periods = [
        Period(
            days: ["2006-07-01", "2007-05-01", "2008-01-31"], atFault: [50_000, 8_000, 2_000],
            noFault: [10_000, 1_600, 400]),
        Period(
            days: ["2008-02-01", "2014-05-01", "2020-09-18"], atFault: [110_000, 10_000, 2_000],
            noFault: [11_000, 1_000, 100]),
        Period(
            days: ["2020-09-19", "2026-11-20", "2100-12-31"], atFault: [180_000, 18_000, 2_000],
            noFault: [18_000, 1_800, 100]),
    ]

    @Test(arguments: periods)
    func `the limits of each period are as published — Regulation 23, notices of 2008 and 2020`(_ period: Period) throws
    {
        let table = try LawTables.published.get().liabilityLimits
        for day in period.days {
            let limits = try AccidentLimits(accidentOn: #require(CivilDate(day)), by: table)
            let items = [CompensationItem.deathDisability, .medical, .property]
            #expect(items.map { limits.limit(for: $0, .atFault).amount.fen / 100 } == period.atFault)
            #expect(items.map { limits.limit(for: $0, .noFault).amount.fen / 100 } == period.noFault)
            #expect(limits.limit(for: .rescueAdvance, .noFault).amount == limits.limit(for: .medical, .noFault).amount)
        }
    }

    @Test func `before the first text there is no answer — Regulation 2006-07-01`() throws {
        let table = try LawTables.published.get().liabilityLimits
        let day = try #require(CivilDate("2006-06-30"))
        #expect {
            try table.limit(for: .medical, heading: .noFault, accidentOn: day)
        } throws: { error in
            let finding = (error as? Refusal)?.findings.first
            return finding?.code == "tableNotEncoded" && finding?.path == "liabilityLimits/noFault/medical"
        }
    }

    @Test(arguments: [
        ("2008-01-31 23:59", "50000.00"), ("2008-02-01 00:00", "100000.00"), ("2020-09-18 23:59", "110000.00"),
        ("2020-09-19 00:00", "180000.00"),
    ])
    func `the limit follows the moment of the accident in Shanghai`(_ moment: String, _ paid: String) throws {
        let death = moment.hasPrefix("2008-02") ? "100000" : "900000"
        let result = try AccidentFixture.settled(
            AccidentFixture.request(
                at: moment, [AccidentFixture.car("A", .atFault)], [AccidentFixture.person("P", death: death)]))
        #expect(result.payments.map(\.amount.yuanText) == [paid])
    }

    @Test func `before 2008 a vehicle without fault gives up to 400 — notice of 2008, with a note`() throws {
        let cars = [AccidentFixture.car("A", .atFault, "1000"), AccidentFixture.car("B", .noFault, "0")]
        let (result, remarks) = try AccidentFixture.explained(AccidentFixture.request(at: "2007-03-01", cars))
        #expect(AccidentFixture.lines(result.payments) == ["B→A property 400.00"])
        #expect(remarks.notes.contains { $0.message.contains("2008年以前") })
    }
}
