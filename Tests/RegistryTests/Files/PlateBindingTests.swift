import Regulation
import Testing

@testable import Registry

/// What statements about plates come to.
@Suite struct PlateBindingTests {
    private func statement(
        _ text: String, _ from: String, _ source: PlateBinding.Source = .report, category: String? = nil
    ) -> PlateBinding {
        PlateBinding(
            plate: plate(text), category: category.flatMap { PlateCategory(code: $0) }, from: moment(from),
            source: source)
    }

    /// `京A from 2025-01-01 · …`
    private func runs(_ statements: [PlateBinding]) -> String {
        PlateBinding.runs(of: statements.sorted(by: PlateBinding.precedes))
            .map { "\($0.plate.text) from \($0.from.shanghaiDate.text)" }.joined(separator: " · ")
    }

    @Test func `neighbours of one plate are one binding`() {
        #expect(
            runs([statement("京A1", "2025-01-01"), statement("京A1", "2026-01-01"), statement("京A2", "2027-01-01")])
                == "京A1 from 2025-01-01 · 京A2 from 2027-01-01")
    }

    @Test func `a plate may come back`() {
        #expect(
            runs([
                statement("京A1", "2025-01-01"), statement("京A2", "2026-01-01", .change),
                statement("京A1", "2027-01-01", .change),
            ]) == "京A1 from 2025-01-01 · 京A2 from 2026-01-01 · 京A1 from 2027-01-01")
    }

    @Test func `a change says since when, unless there was no plate before`() {
        let ahead = [statement("京A2", "2026-05-15"), statement("京A2", "2026-06-01", .change)]
        #expect(runs([statement("京A1", "2025-01-01")] + ahead) == "京A1 from 2025-01-01 · 京A2 from 2026-06-01")
        #expect(runs(ahead) == "京A2 from 2026-05-15")
    }

    @Test func `a second change to the same plate does not tear a hole`() {
        #expect(
            runs([
                statement("京A1", "2025-01-01"), statement("京A2", "2026-06-01", .change),
                statement("京A2", "2026-09-01", .change),
            ]) == "京A1 from 2025-01-01 · 京A2 from 2026-06-01")
    }

    @Test func `at one moment a change weighs more than a report, and a report more than a review`() {
        #expect(
            runs([statement("京A9", "2026-01-01", .change), statement("京A1", "2026-01-01")]).hasSuffix(
                "京A9 from 2026-01-01"))
        #expect(
            runs([statement("京A9", "2026-01-01", .review), statement("京A1", "2027-01-01")]) == "京A1 from 2027-01-01")
        #expect(runs([statement("京A9", "2026-01-01", .review)]) == "京A9 from 2026-01-01")
    }

    @Test func `a known category makes an unknown one known, two known ones are two plates`() {
        let known = PlateBinding.runs(of: [
            statement("京A1", "2025-01-01"), statement("京A1", "2026-01-01", category: "02"),
        ])
        #expect(known.map { $0.category?.code } == ["02"])
        #expect(
            PlateBinding.runs(of: [
                statement("京A1", "2025-01-01", category: "02"), statement("京A1", "2026-01-01", category: "07"),
            ]).count == 2)
    }
}
