import Testing

@testable import Regulation

struct PublishedTablesTests {
    private static func read(_ row: String) -> TableDocument<Int>? {
        try? TableDocument<Int>.read(Array("{\"table\":\"floatingRatios\",\"rows\":[\(row)]}".utf8))
    }

    private static let members = [
        "\"name\":\"E/X1\"", "\"value\":1", "\"from\":\"2020-01-01\"",
        "\"citation\":{\"instrument\":\"tariff2008\",\"article\":\"1\"}", "\"status\":\"verified\"",
        "\"checked\":\"2026-11-01\"",
    ]

    @Test func `a row without name, value, dates, citation or status does not decode`() {
        #expect(Self.read("{\(Self.members.joined(separator: ","))}") != nil)
        for member in Self.members {
            let rest = Self.members.filter { $0 != member }
            #expect(Self.read("{\(rest.joined(separator: ","))}") == nil, "\(member)")
        }
    }

    @Test func `every table of this edition is read, and every row names source and day of checking`() throws {
        let rows = try LawTables.published.get().descriptions
        for slot in LawTables.slots {
            let own = rows.filter { $0.table == slot.name }
            if [.motorcycleRegionFactors, .violationRatios].contains(slot.name) {
                #expect(own.isEmpty)
            } else {
                #expect(!own.isEmpty, "\(slot.name)")
            }
        }
        for row in rows {
            #expect(!row.citation.article.isEmpty, "\(row.table) \(row.name)")
            #expect((row.says == nil) == (row.status == .missing), "\(row.table) \(row.name)")
            #expect(row.checked.year >= 2026)
            #expect(!row.isOperators)
            if row.status != .verified { #expect(row.remark != nil, "\(row.table) \(row.name)") }
        }
    }

    @Test func `no two rows of one name speak of the same day`() throws {
        let rows = try LawTables.published.get().descriptions
        for (place, row) in rows.enumerated() {
            for other in rows[(place + 1)...] where other.table == row.table && other.name == row.name {
                let isApart = row.to.map { $0 <= other.from } == true || other.to.map { $0 <= row.from } == true
                #expect(isApart, "\(row.table) \(row.name)")
            }
        }
    }

    @Test func `no published row is one that an operator's document could not bring`() throws {
        let tables = try LawTables.published.get()
        for row in tables.basePremiums.rows { #expect(BasePremiumTable.fault(in: row) == nil) }
        for row in tables.tractorPremiums.rows { #expect(TractorPremiumTable.fault(in: row) == nil) }
        for row in tables.floatingRatios.rows { #expect(FloatingRatioTable.fault(in: row) == nil) }
        for row in tables.floatingSchemes.rows { #expect(FloatingSchemeTable.fault(in: row) == nil) }
        for row in tables.specialVehicleClasses.rows { #expect(SpecialVehicleClassTable.fault(in: row) == nil) }
        for row in tables.drinkDrivingRatios.rows { #expect(DrinkDrivingRatioTable.fault(in: row) == nil) }
        for row in tables.liabilityLimits.rows { #expect(LiabilityLimitTable.fault(in: row) == nil) }
    }

    @Test func `each region has four tractor rows since 2008, known or missing, and a scheme since 2020`() throws {
        let tables = try LawTables.published.get()
        let date = CivilDate(written: 2026, 1, 1)
        for region in Region.all where region.plateCharacter != nil {
            for number in 39...42 {
                #expect(
                    tables.tractorPremiums.rows.count { $0.name == "\(region.code)/\(number)" && $0.speaks(of: date) }
                        == 1)
            }
            #expect(tables.floatingSchemes.rows.count { $0.name == region.code && $0.speaks(of: date) } == 1)
        }
    }
}
