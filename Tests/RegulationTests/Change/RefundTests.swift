import Regulation
import Testing

/// Regulation art. 17; Tariff 2008, 解除保险合同保费计算办法; Underwriting Code 5(2).
struct RefundTests {
    private let tables = LawTables.published

    private func midnight(_ text: String, plus days: Int = 0) throws -> Instant {
        try #require(CivilDate(text).flatMap { Instant(shanghai: $0) }).adding(days: days)
    }

    private func refund(_ request: RefundRequest) throws -> Amount {
        var remarks = Remarks()
        let result = try RefundRule.refund(of: request, by: tables.get(), as: Unrecorded.self, &remarks)
        return result.refund.value
    }

    private func findings(_ request: RefundRequest) throws -> [Finding] {
        var remarks = Remarks()
        let tables = try tables.get()
        do {
            _ = try RefundRule.refund(of: request, by: tables, as: Unrecorded.self, &remarks)
            return []
        } catch {
            return error.findings
        }
    }

    /// A contract of a year from 2026-03-01, cancelled so many days after its start.
    private func year(
        _ premium: String, cancelledAfter days: Int, ground: CancellationGround = .deregistered,
        otherStart: Instant? = nil
    ) throws -> RefundRequest {
        RefundRequest(
            premium: Amount(yuan: premium), start: try midnight("2026-03-01"),
            end: try midnight("2027-03-01"), cancelledAt: try midnight("2026-03-01", plus: days), ground: ground,
            otherStart: otherStart)
    }

    struct Published: Sendable {
        let premium: String
        let elapsed: Int
        let days: Int
        let refund: String
    }

    static let published = [
        Published(premium: "950", elapsed: 90, days: 365, refund: "715.75"),
        Published(premium: "950", elapsed: 0, days: 365, refund: "950.00"),
        Published(premium: "665", elapsed: 100, days: 365, refund: "482.81"),
        Published(premium: "475", elapsed: 1, days: 365, refund: "473.70"),
        Published(premium: "855", elapsed: 183, days: 366, refund: "427.50"),
        Published(premium: "1800", elapsed: 364, days: 365, refund: "4.93"),
        Published(premium: "522.50", elapsed: 30, days: 365, refund: "479.55"),
    ]

    @Test(arguments: published) func `the published refunds, to the fen`(sample: Published) throws {
        let start = try midnight(sample.days == 366 ? "2027-03-01" : "2026-03-01")
        let request = RefundRequest(
            premium: Amount(yuan: sample.premium), start: start, end: start.adding(days: sample.days),
            cancelledAt: start.adding(days: sample.elapsed), ground: .stolen)
        #expect(try refund(request).yuanText == sample.refund)
    }

    @Test func `at the start and before it all of the premium is returned, after it by days`() throws {
        #expect(try refund(year("950", cancelledAfter: 0)).yuanText == "950.00")
        #expect(try refund(year("950", cancelledAfter: -40)).yuanText == "950.00")
        #expect(try refund(year("950", cancelledAfter: 1)).yuanText == "947.40")
        #expect(try refund(year("950", cancelledAfter: 364)).yuanText == "2.60")
    }

    @Test func `the day of the cancellation does not count, whatever its hour — Regulation 17`() throws {
        var request = try year("950", cancelledAfter: 90)
        request.cancelledAt = request.cancelledAt?.adding(seconds: 86_399)
        #expect(try refund(request).yuanText == "715.75")
        request.start = request.start?.adding(seconds: 8 * 3600)
        request.end = request.end?.adding(seconds: 8 * 3600)
        #expect(try refund(request).yuanText == "715.75")
    }

    @Test func `at the end and after it nothing is left to cancel`() throws {
        #expect(try findings(year("950", cancelledAfter: 365)).map(\.code) == ["contractEnded"])
        #expect(try findings(year("950", cancelledAfter: 400)).map(\.code) == ["contractEnded"])
        var request = try year("950", cancelledAfter: 365)
        request.end = request.end?.adding(seconds: 3600)
        #expect(try refund(request) == .zero)
    }

    @Test func `of duplicates only the one that starts later is cancelled, in full — Underwriting Code 5(2)4`() throws {
        let start = try midnight("2026-03-01")
        let earlier = try year("950", cancelledAfter: 100, ground: .duplicate, otherStart: start.adding(days: -1))
        #expect(try refund(earlier).yuanText == "950.00")
        let instantBefore = try year(
            "950", cancelledAfter: 100, ground: .duplicate, otherStart: start.adding(milliseconds: -1))
        #expect(try refund(instantBefore).yuanText == "950.00")
        for other in [start, start.adding(days: 1)] {
            let later = try year("950", cancelledAfter: 100, ground: .duplicate, otherStart: other)
            #expect(try findings(later).map(\.code) == ["notTheLaterContract"])
        }
        let unknown = try findings(year("950", cancelledAfter: 100, ground: .duplicate))
        #expect(unknown.map(\.code) == ["missing"])
        #expect(unknown.map(\.path) == ["otherStart"])
        let over = try year("950", cancelledAfter: 365, ground: .duplicate, otherStart: start.adding(days: -1))
        #expect(try findings(over).map(\.code) == ["contractEnded"])
    }

    @Test func `everything that is missing is told at once, with its path`() throws {
        let findings = try findings(RefundRequest())
        #expect(findings.map(\.code) == Array(repeating: "missing", count: 5))
        #expect(findings.map(\.path) == ["premium", "start", "end", "cancelledAt", "ground"])
        #expect(findings.allSatisfy { $0.english != nil })
    }

    @Test func `a negative premium, a period turned round and a period of one day are refused`() throws {
        var request = try year("950", cancelledAfter: 10)
        request.premium = Amount(yuan: "-0.01")
        request.end = request.start
        #expect(Set(try findings(request).map(\.code)) == ["amountNegative", "endNotAfterStart", "contractEnded"])
        var short = try year("18", cancelledAfter: 0)
        short.end = short.start?.adding(seconds: 7200)
        short.cancelledAt = short.start?.adding(seconds: 60)
        #expect(try findings(short).map(\.code) == ["periodUnderOneDay"])
        short.cancelledAt = short.start
        #expect(try refund(short).yuanText == "18.00")
    }

    @Test func `before the code of 2020 the grounds are not encoded, and the row is named`() throws {
        let start = try midnight("2020-09-19", plus: -100)
        var request = RefundRequest(
            premium: Amount(yuan: "950"), start: start, end: start.adding(days: 365),
            cancelledAt: try midnight("2020-09-18"), ground: .movedAway)
        let findings = try findings(request)
        #expect(findings.map(\.code) == ["tableNotEncoded"])
        #expect(findings.map(\.path) == ["cancellationGrounds/movedAway"])
        request.cancelledAt = try midnight("2020-09-19")
        #expect(try refund(request).yuanText == "689.73")
    }

    @Test(arguments: CancellationGround.allCases)
    func `each ground names who may rely on it and its evidence`(ground: CancellationGround) throws {
        var remarks = Remarks()
        let request = try year("950", cancelledAfter: 10, ground: ground, otherStart: try midnight("2026-01-01"))
        let result = try RefundRule.refund(of: request, by: tables.get(), as: Unrecorded.self, &remarks)
        #expect(result.party == (ground == .nonDisclosure ? .insurer : .policyholder))
        #expect(result.evidence.count == 3)
        #expect(result.evidence.allSatisfy { !$0.anyOf.isEmpty })
        if ground == .movedAway {
            #expect(result.evidence.prefix(2).map { $0.anyOf.map(\.chinese) } == [["机动车所有权转移证明"], ["原交强险保单原件"]])
        }
        if ground == .defective { #expect(result.evidence.first?.anyOf.count == 3) }
    }

    @Test func `the reading of the day of cancellation is noted, and only where it matters`() throws {
        for (days, codes) in [(90, ["readingUnverified"]), (0, [])] {
            var remarks = Remarks()
            _ = try RefundRule.refund(
                of: year("950", cancelledAfter: days), by: tables.get(), as: Unrecorded.self, &remarks)
            #expect(remarks.notes.map(\.code) == codes)
        }
    }

    @Test func `the tree shows days of the period, days that passed and the share left`() throws {
        var remarks = Remarks()
        let figure = try RefundRule.refund(
            of: year("950", cancelledAfter: 90), by: tables.get(), as: Recorded.self, &remarks
        ).refund.node
        #expect(figure.name.code == "refund")
        #expect(figure.value.text == "715.75")
        #expect(figure.rounding == .halfUpToFen)
        #expect(figure.inputs.map(\.name.code) == ["premium", "remainingShare", "ground"])
        let share = try #require(figure.inputs.dropFirst().first)
        #expect(share.value.text == "55/73")
        #expect(share.inputs.map(\.value.text) == ["275", "365"])
        let leaves = FigureTree.leaves(of: figure)
        #expect(Set(leaves.compactMap(\.path)) == ["premium", "start", "end", "cancelledAt", "ground"])
        #expect(FigureTree.all(of: figure).allSatisfy { $0.operation == .fact || $0.citation != nil })
    }
}
