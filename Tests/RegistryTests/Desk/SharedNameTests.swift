import Regulation
import Testing

@testable import Registry

/// Engine numbers and policy numbers copied over many vehicles.
@Suite struct SharedNameTests {
    private static let crowd = SharedName.most + 20

    private static func record(_ number: Int, _ more: [Field: String]) -> [Field: String] {
        policyRecord(
            "P\(number)", plate: "京A\(10_000 + number)", vin: "LSVAM4187C2\(100_000 + number)", from: "2026-03-01",
            to: "2027-02-28", more)
    }

    @Test func `an engine number of many vehicles costs the next one nothing, and the plate tells whose it is`() throws
    {
        let workbench = Workbench()
        let engine = [Field.engineNumber: "99999999", .brandModel: "SVW7180"]
        for number in 0..<Self.crowd { try workbench.accept(Self.record(number, engine)) }
        #expect(try workbench.filesOpened { try workbench.accept(Self.record(900, engine)) }.count < 5)
        // A renewal without its VIN.
        var renewal = Self.record(7, engine).merging([.policyNumber: "N7", .start: "2027-03-01", .end: "2028-02-29"]) {
            $1
        }
        renewal[.vin] = nil
        #expect(try workbench.filesOpened { try workbench.accept(renewal) }.count < 12)
        #expect(try workbench.ask("京A10007", "100007").renewal == .renewed)
        renewal[.plate] = nil
        renewal[.policyNumber] = "N8"
        #expect(try workbench.refuse(renewal) == ["vehicleShared"])
    }

    @Test func `a policy number of many vehicles costs an event nothing, and what it names tells whose it is`() throws {
        let workbench = Workbench()
        for number in 0..<Self.crowd { try workbench.accept(Self.record(number, [.policyNumber: "SAME"])) }
        let cancellation = [
            Field.event: "cancellation", .policyNumber: "SAME", .effectiveAt: "2026-06-01 00:00", .ground: "stolen",
        ]
        let named = [Field.vin: "LSVAM4187C2100007", .plate: "京A10009"]
        let cost = try workbench.filesOpened {
            try workbench.accept(cancellation.merging(named.filter { $0.key == .vin }) { $1 })
        }
        #expect(cost.count < 8)
        #expect(try workbench.ask("京A10007", "100007").outcome == .cancelled)
        try workbench.accept(cancellation.merging(named.filter { $0.key == .plate }) { $1 })
        #expect(try workbench.ask("京A10009", "100009").outcome == .cancelled)
        #expect(try workbench.refuse(cancellation) == ["policyUnknown"])
        #expect(try workbench.ask("京A10000", "100000").outcome == .inForce)
    }
}

extension Workbench {
    /// What the body gives, and how many files were opened for it.
    func filesOpened<Result>(by body: () throws -> Result) rethrows -> (result: Result, count: Int) {
        let before = store.filesOpened
        let result = try body()
        return (result, store.filesOpened - before)
    }
}
