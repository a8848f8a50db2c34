import Regulation
import Testing

@testable import Registry

/// Which reports stand among entries, chain by chain.
@Suite struct EffectiveReportsTests {
    /// `policy P1`, `correct 0 end=…`, `retract 1`, `move 0`: one entry a line, numbered from 0.
    private func effective(_ lines: [String]) -> EffectiveReports {
        EffectiveReports(lines.enumerated().map { index, line in entry(Int64(index), line) })
    }

    private func entry(_ index: Int64, _ line: String) -> Entry {
        let words = line.split(separator: " ").map(String.init)
        var values = FieldValues()
        values[.event] =
            ["correct": "correction", "move": "correction", "retract": "retraction", "withdraw": "retraction"][words[0]]
            ?? words[0]
        values[.insurer] = "PICC"
        if words[0] == "policy" || words[0] == "move" {
            values[.policyNumber] = words[0] == "policy" ? words[1] : "moved"
            values[.start] = "2026-03-01T00:00:00+08:00"
            values[.end] = "2027-03-01T00:00:00+08:00"
        }
        for word in words.dropFirst(2) {
            let parts = word.split(separator: "=").map(String.init)
            if parts[0] == "number" { values[.policyNumber] = parts[1] }
            if parts[0] == "premium" { values[.premium] = parts[1] }
        }
        var content = EntryContent(values: values, seed: SampleEntries.seed)
        if words[0] != "policy" { content[.target] = "main-\(words[1])" }
        if words[0] == "correct" || words[0] == "move" { content[.correctedEvent] = "policy" }
        if words[0] == "move" || words[0] == "withdraw" { content[.correctionID] = "main-\(words[1])/1" }
        if words[0] == "withdraw" { content[.movedTo] = "main-\(words[2])" }
        return Entry(id: EntryID(log: .main, index: index), committedAt: SampleEntries.committedAt, content: content)
    }

    /// Reports that stand: place, number, premium.
    private func standing(_ lines: [String]) -> [String] {
        effective(lines).reports.map {
            "\($0.index) \($0.submission.policyNumber) \($0.submission.values[.premium] ?? "-")"
        }
    }

    @Test func `chains of corrections and retractions`() {
        #expect(standing(["policy P1", "policy P2"]) == ["0 P1 -", "1 P2 -"])
        #expect(standing(["policy P1", "correct 0 premium=1.00"]) == ["0 P1 1.00"])
        #expect(standing(["policy P1", "correct 0 premium=1.00", "correct 1 number=P9"]) == ["0 P9 1.00"])
        #expect(
            standing(["policy P1", "correct 0 premium=1.00", "correct 0 premium=2.00", "retract 2"]) == ["0 P1 1.00"])
        #expect(standing(["policy P1", "correct 0 premium=1.00", "correct 0 number=P9", "retract 1"]) == ["0 P9 -"])
        #expect(standing(["policy P1", "correct 0 premium=1.00", "retract 0"]) == [])
        #expect(standing(["policy P1", "retract 0", "retract 1"]) == ["0 P1 -"])
        #expect(standing(["policy P1", "retract 0", "retract 1", "retract 2"]) == [])
        #expect(
            standing(["policy P1", "retract 0", "retract 0", "retract 1"]) == [],
            "two withdrawals, one of them taken back")
        #expect(standing(["policy P1", "retract 9", "correct 9 premium=1.00"]) == ["0 P1 -"])
    }

    @Test func `a report moved within one file stands once, at its new place`() {
        let lines = ["policy P1", "move 0", "withdraw 0 1"]
        #expect(standing(lines) == ["1 moved -"])
        #expect(effective(lines).destination(of: 0) == 1)
        #expect(standing(lines + ["retract 1"]) == [])
        #expect(standing(lines + ["retract 1", "retract 2"]) == ["0 P1 -"])
        #expect(effective(lines + ["retract 1", "retract 2"]).destination(of: 0) == nil)
    }

    @Test func `former numbers are those of standing corrections`() {
        #expect(
            effective(["policy P1", "correct 0 number=P2", "correct 0 number=P3"]).reports[0].formerNumbers == [
                "P1", "P2",
            ])
        #expect(effective(["policy P1", "correct 0 number=P2", "retract 1"]).reports[0].formerNumbers == [])
    }
}
