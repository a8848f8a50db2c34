import Registry
import Regulation
import Testing

/// A record sent again has no second effect.
@Suite struct IdempotencyTests {
    private static let record = policyRecord("P1", from: "2026-03-01", to: "2027-02-28")

    @Test(arguments: [nil, "7"] as [String?])
    func `the same record sent again is the entry it made then`(sequence: String?) throws {
        let workbench = Workbench()
        var record = Self.record
        record[.sequence] = sequence
        let first = try workbench.send(record)
        for _ in 0..<3 {
            let again = try workbench.send(record, at: "2026-12-20 12:00")
            #expect(again.isRepeated)
            #expect(again.acceptance == first.acceptance)
        }
        #expect(workbench.store.rows.count == 1)
        #expect(try workbench.ask("京A12345", "123456").flags == [])
    }

    @Test func `another record under a used sequence number is kept out`() throws {
        let workbench = Workbench()
        try workbench.accept(Self.record.merging([.sequence: "7"]) { $1 })
        let other = policyRecord("P2", from: "2027-03-01", to: "2028-02-29", [.sequence: "7"])
        #expect(try workbench.refuse(other) == ["sequenceReused"])
        #expect(try workbench.refuse(other) == ["sequenceReused"], "and again")
        #expect(workbench.store.rows.count == 2, "one note only")
        #expect(workbench.store.openQuarantine(of: insurer("PICC")) == 1)
        #expect(try workbench.send(other, from: "CPIC").faultCodes == [], "numbers are each insurer's own")
    }

    @Test func `a record without a sequence number differs by any value`() throws {
        let workbench = Workbench()
        try workbench.accept(Self.record)
        #expect(try workbench.send(Self.record.merging([.premium: "665.00"]) { $1 }).isRepeated == false)
        #expect(try workbench.send(Self.record, from: "CPIC").isRepeated == false)
    }

    @Test func `a record in quarantine sent again makes no second note`() throws {
        let workbench = Workbench()
        let wrong = policyRecord("P1", from: "2026-03-01", to: "2025-02-28")
        for _ in 0..<3 { #expect(try workbench.refuse(wrong) == ["periodImpossible"]) }
        #expect(workbench.store.rows.count == 1)
        #expect(workbench.store.openQuarantine(of: insurer("PICC")) == 1)
    }

    @Test func `an upload cut off and sent again ends as one clean upload`() throws {
        let records: [[Field: String]] = (1...12).map { number in
            policyRecord(
                "P\(number)", plate: "京A1234\(number % 5)", vin: "LSVAM4187C200000\(number % 5)",
                from: "20\(13 + number)-03-01",
                to: number == 4 ? "2001-01-01" : "20\(14 + number)-02-28", [.sequence: "\(number)"])
        }
        let clean = Workbench()
        for record in records { try clean.send(record) }
        for cut in records.indices {
            let broken = Workbench()
            for record in records[..<cut] { try broken.send(record) }
            for record in records { try broken.send(record) }
            #expect(broken.store.rows.map(\.content) == clean.store.rows.map(\.content))
            #expect(broken.store.folds == clean.store.folds)
            #expect(broken.store.feed.insurers == clean.store.feed.insurers)
        }
    }

    @Test func `watermarks never go back, gaps in sequences are known`() throws {
        let workbench = Workbench()
        for number in [1, 2, 5, 9] {
            try workbench.accept(
                policyRecord(
                    "P\(number)", from: "20\(10 + number)-03-01", to: "20\(11 + number)-02-28", [.sequence: "\(number)"]
                ))
        }
        let sequences = try #require(workbench.store.feed.insurers[insurer("PICC")]).sequences
        #expect(sequences.gaps == [3...4, 6...8])
    }
}
