import Regulation
import Testing

@testable import Registry

/// The stored form of a fold with everything in it.
@Suite struct VehicleFileBytesTests {
    private func rich() throws -> VehicleFile {
        let workbench = Workbench()
        try workbench.accept(policyRecord("A", vin: nil, from: "2024-03-01", to: "2025-02-28", [.plateCategory: "02"]))
        try workbench.accept(
            policyRecord("E", plate: nil, vin: nil, from: "2023-03-01", to: "2024-02-28", [.engineNumber: "E1"]))
        let id = try workbench.accept(
            policyRecord(
                "B", from: "2025-03-01", to: "2026-02-28",
                [.issuedAt: "2025-02-01", .engineNumber: "E1", .brandModel: "大众"]))
        try workbench.accept([.event: "correction", .corrects: id, .policyNumber: "B2"])
        try workbench.accept([
            .event: "cancellation", .policyNumber: "B2", .effectiveAt: "2025-09-01 00:00", .ground: "stolen",
        ])
        try workbench.accept([
            .event: "layUp", .policyNumber: "A", .effectiveAt: "2024-06-01 00:00", .layUpUntil: "2024-08-01 00:00",
        ])
        try workbench.accept([.event: "resumption", .policyNumber: "A", .effectiveAt: "2024-07-01 00:00"])
        try workbench.accept([
            .event: "plateChange", .policyNumber: "A", .newPlate: "京A99999", .effectiveAt: "2025-06-01 00:00",
        ])
        try workbench.accept([.event: "proposal", .policyNumber: "T", .vin: "LSVAM4187C2123456", .end: "2030-01-01"])
        try workbench.refuse(policyRecord("Q", from: "2024-03-01", to: "2023-02-28", [.sequence: "77"]))
        return try #require(try workbench.store.livingFiles.first { $0.file.vin != nil }).file
    }

    @Test func `everything in a fold comes back`() throws {
        let file = try rich()
        #expect(file.policies.map(\.formerNumbers) == [[], [], ["B"]])
        #expect(file.policies[2].cancellation != nil)
        #expect(file.policies[0].layUps.count == 1 && file.policies[0].resumptions.count == 1)
        #expect(
            file.bindings.count == 2 && file.proposals.count == 1 && file.reviews.count == 1 && file.merges.count == 1)
        #expect(file.reviews[0].event == .policy && file.reviews[0].sequence == 77)
        #expect(VehicleFile(bytes: file.bytes) == file)
        var forwarding = VehicleFile()
        forwarding.mergedInto = FileID(42)
        #expect(VehicleFile(bytes: forwarding.bytes)?.mergedInto == FileID(42))
    }

    @Test func `no damage of it traps, and what is cut off is none`() throws {
        let bytes = try rich().bytes
        for count in bytes.indices { #expect(VehicleFile(bytes: Array(bytes.prefix(count))) == nil) }
        #expect(VehicleFile(bytes: bytes + [0]) == nil)
        #expect(VehicleFile(bytes: []) == nil)
        var draws = SeededGenerator(seed: 17)
        for position in bytes.indices {
            for value in [bytes[position] ^ 1, bytes[position] ^ 0x80, 0, 0xFF, UInt8(draws.below(256))] {
                var changed = bytes
                changed[position] = value
                guard let file = VehicleFile(bytes: changed) else { continue }
                for on in [Instant.distantPast, moment("2026-01-01"), .distantFuture] {
                    _ = CoverageRules(file: file, on: on).verdict
                }
                _ = file.parts(as: FileID(1), knownAt: .distantPast)
                _ = file.bindings
            }
        }
    }
}
