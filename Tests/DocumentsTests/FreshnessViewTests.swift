import Documents
import Foundation
import Registry
import Regulation
import Testing

struct FreshnessViewTests {
    private func row(_ code: String, ageSeconds: Int?, records: Int64 = 0, open: Int64 = 0, gaps: Int64 = 0)
        -> FreshnessRow
    {
        FreshnessRow(
            code: code, name: code, reportedThrough: ageSeconds.map { SampleAnswers.now.adding(seconds: -$0) },
            recordsAccepted: records, quarantinedOpen: open, sequenceGaps: gaps)
    }

    private func order(_ order: FreshnessOrder) -> [String] {
        let rows = [
            row("AA", ageSeconds: 3, records: 5, open: 1, gaps: 0),
            row("BB", ageSeconds: 90, records: 9, open: 0, gaps: 4),
            row("CC", ageSeconds: nil, records: 1, open: 7, gaps: 4),
        ]
        let html = FreshnessView.render(
            FreshnessModel(
                chrome: SamplePages.chrome("/freshness", .chinese), rows: rows, order: order, asOf: SampleAnswers.now,
                treeSize: 15))
        return html.components(separatedBy: "<span class=\"aside code\">").dropFirst().map { String($0.prefix(2)) }
    }

    @Test func `the slowest stands first, and who never reported before everybody`() {
        #expect(order(.age) == ["CC", "BB", "AA"])
    }

    @Test func `names ascend, figures descend, equals stand by code`() {
        #expect(order(.name) == ["AA", "BB", "CC"])
        #expect(order(.records) == ["BB", "AA", "CC"])
        #expect(order(.quarantined) == ["CC", "AA", "BB"])
        #expect(order(.gaps) == ["BB", "CC", "AA"])
    }

    @Test func `a watermark ahead of the clock is not an age below zero`() {
        let html = FreshnessView.render(
            FreshnessModel(
                chrome: SamplePages.chrome("/freshness", .chinese), rows: [row("AA", ageSeconds: -30)],
                asOf: SampleAnswers.now, treeSize: 1))
        #expect(html.contains("<strong>此刻</strong>"))
    }

    @Test func `an empty board says so`() {
        let html = FreshnessView.render(
            FreshnessModel(
                chrome: SamplePages.chrome("/freshness", .english), rows: [], asOf: SampleAnswers.now, treeSize: 0))
        #expect(html.contains("No insurer is connected yet."))
        #expect(!html.contains("<table"))
    }
}
