import Regulation
import Testing

/// Underwriting Code 5(3) and 5(4).
struct EndorsementTests {
    private func midnight(_ text: String) throws -> Instant {
        try #require(CivilDate(text).flatMap { Instant(shanghai: $0) })
    }

    private func request(
        _ kind: EndorsementKind?, _ old: String, _ new: String, remaining: Int = 200, matter: EndorsementMatter? = nil
    ) throws -> EndorsementRequest {
        let start = try midnight("2026-03-01")
        return EndorsementRequest(
            kind: kind, matter: matter, oldPremium: Amount(yuan: old),
            newPremium: Amount(yuan: new), start: start, end: start.adding(days: 365),
            effectiveAt: start.adding(days: 365 - remaining))
    }

    private func delta(_ request: EndorsementRequest) throws -> String {
        var remarks = Remarks()
        return try EndorsementRule.delta(of: request, as: Unrecorded.self, &remarks).delta.value.yuanText
    }

    private func codes(_ request: EndorsementRequest) -> [String] {
        var remarks = Remarks()
        do {
            _ = try EndorsementRule.delta(of: request, as: Unrecorded.self, &remarks)
            return []
        } catch {
            return error.findings.map(\.code)
        }
    }

    @Test func `the published endorsements, to the fen`() throws {
        #expect(try delta(request(.dailyRate, "950", "1800", remaining: 200)) == "465.75")
        #expect(try delta(request(.dailyRate, "1800", "950", remaining: 100)) == "-232.88")
        #expect(try delta(request(.redetermination, "950", "1800")) == "850.00")
    }

    @Test func `from the start on the whole difference is due, and before it no more`() throws {
        #expect(try delta(request(.dailyRate, "950", "1800", remaining: 365)) == "850.00")
        #expect(try delta(request(.dailyRate, "950", "1800", remaining: 400)) == "850.00")
        #expect(try delta(request(.dailyRate, "950", "1800", remaining: 1)) == "2.33")
        #expect(try codes(request(.dailyRate, "950", "1800", remaining: 0)) == ["contractEnded"])
        #expect(try codes(request(.dailyRate, "950", "1800", remaining: -1)) == ["contractEnded"])
    }

    @Test func `redetermination takes the whole year however late — Underwriting Code 5(4)`() throws {
        #expect(try delta(request(.redetermination, "950", "1800", remaining: 1)) == "850.00")
        var bare = try request(.redetermination, "950", "1800")
        bare.start = nil
        bare.end = nil
        bare.effectiveAt = nil
        #expect(try delta(bare) == "850.00")
    }

    @Test func `a redetermination that does not raise the premium is warned of`() throws {
        for (new, expected) in [("950", 1), ("800", 1), ("951", 0)] {
            var remarks = Remarks()
            _ = try EndorsementRule.delta(
                of: request(.redetermination, "950", new), as: Unrecorded.self, &remarks)
            #expect(remarks.warnings.map(\.code) == Array(repeating: "redeterminationNotRaised", count: expected))
        }
    }

    @Test func `the matter decides the kind, and the period is no matter — Underwriting Code 5(3)`() throws {
        #expect(try delta(request(nil, "950", "1800", matter: .useChanged)) == "465.75")
        #expect(try delta(request(nil, "950", "1800", matter: .localTransfer)) == "465.75")
        #expect(try delta(request(nil, "950", "1800", matter: .misstatement)) == "850.00")
        #expect(try delta(request(nil, "950", "1800", matter: .unreportedAlteration)) == "850.00")
        #expect(try codes(request(.dailyRate, "950", "1800", matter: .misstatement)) == ["kindMistaken"])
        #expect(try codes(request(.dailyRate, "950", "1800", matter: .period)) == ["periodNotEndorsable"])
        #expect(try codes(request(nil, "950", "1800")) == ["missing"])
    }

    @Test func `what is missing, negative or of an earlier code is told together`() throws {
        #expect(codes(EndorsementRequest(kind: .dailyRate)) == Array(repeating: "missing", count: 5))
        #expect(codes(EndorsementRequest(kind: .redetermination)) == ["missing", "missing"])
        var old = try request(.dailyRate, "-1", "1800")
        old.start = try midnight("2020-01-01")
        old.end = try midnight("2021-01-01")
        old.effectiveAt = try midnight("2020-09-18")
        #expect(codes(old) == ["amountNegative", "tableNotEncoded"])
        old.oldPremium = Amount(yuan: "1")
        old.effectiveAt = try midnight("2020-09-19")
        #expect(codes(old).isEmpty)
    }

    @Test func `there and back again cancels out, and the sum lies within the difference`() throws {
        for remaining in stride(from: 1, through: 365, by: 7) {
            let there = try delta(request(.dailyRate, "950", "1800", remaining: remaining))
            let back = try delta(request(.dailyRate, "1800", "950", remaining: remaining))
            #expect("-\(there)" == back)
            let fen = try #require(Amount(yuan: there)?.fen)
            #expect((0...85_000).contains(fen))
        }
    }

    @Test func `the tree cites the article of the matter and the formula is noted as a reading`() throws {
        var remarks = Remarks()
        let request = try request(nil, "950", "1800", matter: .useChanged)
        let figure = try EndorsementRule.delta(of: request, as: Recorded.self, &remarks).delta.node
        #expect(figure.citation == Citation(.underwritingCode2020, "第五节三(二)"))
        #expect(figure.inputs.map(\.name.code) == ["premiumDifference", "remainingShare"])
        #expect(remarks.notes.map(\.code) == ["readingUnverified"])
        #expect(FigureTree.leaves(of: figure).compactMap(\.path).contains("effectiveAt"))
    }
}
