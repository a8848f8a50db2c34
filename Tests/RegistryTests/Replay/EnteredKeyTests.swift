import Testing

@testable import Registry

/// What is found by which names.
@Suite struct EnteredKeyTests {
    @Test func `a plate that came while a contract lay with another vehicle leads to its vehicle again`() throws {
        let workbench = Workbench(now: "2026-04-01 12:00")
        // Without it the vehicle would be the other from then on, and keep its file.
        try workbench.accept(policyRecord("P0", from: "2025-03-01", to: "2026-03-01", [.sequence: "9"]))
        try workbench.accept(
            policyRecord("P1", from: "2026-03-01", to: "2027-03-01", [.sequence: "1"]))
        try workbench.accept([
            .event: "correction", .corrects: "P1#1", .vin: "LSVAM4187C2654321", .sequence: "2",
        ])
        try workbench.accept([
            .event: "plateChange", .policyNumber: "P1", .newPlate: "京B99999", .effectiveAt: "2026-03-20",
            .sequence: "3",
        ])
        #expect(try workbench.ask("京B99999", "654321").outcome == .inForce)
        try workbench.accept([.event: "retraction", .corrects: "P1#2", .sequence: "4"])
        #expect(try workbench.ask("京B99999", "654321").outcome == .noMatch)
        #expect(try workbench.ask("京B99999", "123456").outcome == .inForce)
        #expect(try RegistryReplay(workbench).differences(from: workbench.store.lookups) == [])
    }
}
