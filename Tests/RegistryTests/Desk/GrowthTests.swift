import Regulation
import Testing

@testable import Registry

/// What one insurer sends without end makes no file without end, and nothing of it is lost.
@Suite struct GrowthTests {
    private static let picc = insurer("PICC")
    private static let year = policyRecord("P1", from: "2026-03-01", to: "2027-02-28", [.sequence: "1"])

    private static func wrong(_ sequence: Int) -> [Field: String] {
        policyRecord("W\(sequence)", from: "2026-03-01", to: "2025-02-28", [.sequence: "\(sequence)"])
    }

    private func file(_ workbench: Workbench) throws -> VehicleFile {
        try #require(try workbench.store.livingFiles.first { !$0.file.policies.isEmpty }).file
    }

    @Test func `records under review beyond what a vehicle's file takes are noted apart, and all are settled`() throws {
        let workbench = Workbench()
        try workbench.accept(Self.year)
        let total = VehicleFile.mostReviews + 20
        for sequence in 2..<(2 + total) { try workbench.refuse(Self.wrong(sequence)) }
        #expect(try file(workbench).reviews.count == VehicleFile.mostReviews)
        #expect(workbench.store.openQuarantine(of: Self.picc) == Int64(total))
        // Another insurer's is not crowded out.
        try workbench.refuse(Self.wrong(7), from: "CPIC")
        #expect(try file(workbench).reviews.count == VehicleFile.mostReviews + 1)
        for sequence in 2..<(2 + total) {
            let (start, end) = ("\(2028 + sequence)-03-01", "\(2029 + sequence)-02-28")
            try workbench.accept(policyRecord("W\(sequence)", from: start, to: end, [.sequence: "\(sequence)"]))
        }
        #expect(workbench.store.openQuarantine(of: Self.picc) == 0)
        #expect(try file(workbench).reviews.map(\.insurer) == [insurer("CPIC")])
    }

    @Test func `a record noted apart can be withdrawn by its number`() throws {
        let workbench = Workbench()
        try workbench.accept(Self.year)
        let last = VehicleFile.mostReviews + 5
        for sequence in 2...last { try workbench.refuse(Self.wrong(sequence)) }
        try workbench.accept([.event: "retraction", .corrects: "W\(last)#\(last)"])
        #expect(workbench.store.openQuarantine(of: Self.picc) == Int64(last - 2))
    }

    @Test func `a file that is full takes no further record, and says why`() throws {
        let workbench = Workbench()
        let id = try workbench.accept(Self.year)
        let model = try #require(try workbench.store.livingFiles.first)
        // As if so many had come: written once, not record by record.
        var full = model.file
        full.entries += Array(repeating: 0, count: VehicleFile.mostEntries)
        try workbench.store.store(full, as: model.id)
        #expect(
            try workbench.refuse(policyRecord("P2", from: "2027-03-01", to: "2028-02-29", [.sequence: "2"]))
                == ["vehicleFull"])
        #expect(
            try workbench.refuse([
                .event: "correction", .corrects: id, .end: "2027-03-31", .sequence: "3", .policyNumber: "P1",
            ]) == ["vehicleFull"])
        #expect(try workbench.store.file(model.id).entries.count == full.entries.count, "what was kept out lies apart")
        #expect(workbench.store.openQuarantine(of: Self.picc) == 2)
    }
}
