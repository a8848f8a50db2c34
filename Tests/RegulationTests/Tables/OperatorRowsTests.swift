import Regulation
import Testing

struct OperatorRowsTests {
    private typealias Make = PremiumFixture

    private static func tractor(
        _ value: String = "\"480.00\"", name: String = "510000/42", from: String = "2020-01-01", to: String = "null",
        status: String = "verified"
    ) -> String {
        """
        {"name":"\(name)","value":\(value),"from":"\(from)","to":\(to),"status":"\(status)","checked":"2026-11-01",
        "citation":{"instrument":"tractorTariff2007","article":"四川 第42行"},"remark":"据当地公布。"}
        """
    }

    private static func findings(_ bytes: [UInt8]) throws -> [Finding] {
        do {
            _ = try Make.tables(bytes)
            return []
        } catch let refusal as Refusal {
            return refusal.findings
        }
    }

    private static let truck = VehicleFacts(vehicleClass: .lowSpeedTruck)

    @Test func `an operator's row answers where the edition has none, and the answer says whose it is`() throws {
        let request = Make.request(Self.truck, region: "510000")
        #expect(try Make.objections(request) == ["tableNotEncoded tractorPremiums/510000/42"])
        let tables = try Make.tables(Make.document("tractorPremiums", Self.tractor()))
        let (result, remarks) = try Make.explained(request, by: tables)
        #expect(result.premium.value.yuanText == "480.00")
        #expect(remarks.notes.map(\.code) == ["operatorRow"])
        let note = try #require(remarks.notes.first)
        #expect(note.message.contains("据当地公布"))
        #expect(note.citation == Citation(.tractorTariff2007, "四川 第42行"))
        #expect(result.premium.node.inputs[0].citation == note.citation)
    }

    @Test func `a correction stands in on its days alone; before and after them the edition answers`() throws {
        let row = """
            {"name":"no. 1","value":"900.00","from":"2026-03-01","to":"2026-04-01","status":"verified",
            "checked":"2026-11-01","citation":{"instrument":"tariff2008","article":"第1行"}}
            """
        let tables = try Make.tables(Make.document("basePremiums", row))
        for (applied, start, premium) in [
            ("2026-02-20", "2026-02-28", "950.00"), ("2026-02-20", "2026-03-01", "900.00"),
            ("2026-02-20", "2026-03-31", "900.00"), ("2026-02-20", "2026-04-01", "950.00"),
            ("2008-01-20", "2008-01-31", "1050.00"),
        ] {
            let request = Make.request(applied: applied, start: start)
            #expect(try Make.answer(request, by: tables) == "\(premium) none 0")
        }
        let rows = tables.descriptions.filter { $0.table == .basePremiums && $0.name == "no. 1" }
        #expect(rows.count == 4)
        #expect(rows.count { $0.isOperators } == 1)
    }

    @Test func `a later document corrects an earlier one`() throws {
        let tables = try Make.tables(
            Make.document("tractorPremiums", Self.tractor()),
            Make.document("tractorPremiums", Self.tractor("\"500.00\"", from: "2026-01-01")))
        let request = Make.request(Self.truck, region: "510000")
        #expect(try Make.answer(request, by: tables) == "500.00 none 0")
        let before = Make.request(Self.truck, region: "510000", applied: "2025-12-01", start: "2025-12-31")
        #expect(try Make.answer(before, by: tables) == "480.00 none 0")
    }

    @Test func `a row an operator marks as missing is refused like any other`() throws {
        let tables = try Make.tables(
            Make.document("tractorPremiums", Self.tractor("null", name: "110000/42", status: "missing")))
        let request = Make.request(Self.truck, region: "110000")
        #expect(try Make.findings(request, by: tables).map(\.code) == ["tableNotEncoded"])
    }

    @Test func `every row at fault is told with its number and member, and nothing is taken`() throws {
        let rows = [
            Self.tractor(), Self.tractor("\"-1.00\"", name: "520000/42"), Self.tractor(name: "520000/43"),
            Self.tractor(from: "2021-02-30"), Self.tractor("12"), Self.tractor(to: "\"2019-01-01\""),
            #"{"name":"530000/42","value":"1.00","from":"2020-01-01","status":"verified","checked":"2026-11-01"}"#,
            #"{"name":"530000/42","value":"1.00","from":"2020-01-01","status":"verified","checked":"2026-11-01","#
                + #""citation":{"instrument":"hearsay","article":"1"}}"#,
            Self.tractor(from: "2024-01-01"), "7",
        ]
        let findings = try Self.findings(Make.document("tractorPremiums", rows.joined(separator: ",")))
        #expect(Set(findings.map(\.code)) == ["tableRowFaulty"])
        #expect(
            findings.map(\.path) == [
                "rows[1]", "rows[2]", "rows[3].from", "rows[4].value", "rows[5].to", "rows[6].citation",
                "rows[7].citation.instrument", "rows[8].from", "rows[9]",
            ])
        #expect(findings.allSatisfy { $0.english != nil })
    }

    @Test(arguments: [
        ("", "tableDocumentUnreadable"), ("[]", "tableDocumentUnreadable"),
        ("{\"table\":7}", "tableDocumentUnreadable"),
        ("{\"table\":\"tractorPremiums\"}", "tableDocumentUnreadable"),
        ("{\"table\":\"tractorPremiums\",\"rows\":{}}", "tableDocumentUnreadable"),
        ("{\"table\":\"weather\",\"rows\":[]}", "tableUnknown"),
    ])
    func `what is no document, or of no table, is refused`(text: String, code: String) throws {
        #expect(try Self.findings(Array(text.utf8)).map(\.code) == [code])
    }

    @Test(arguments: [
        ("basePremiums", "no. 39", "\"1.00\""), ("basePremiums", "no. 01", "\"1.00\""),
        ("basePremiums", "no. 1", "\"1000000.01\""), ("floatingRatios", "E/X7", "1"), ("floatingRatios", "F/X1", "1"),
        ("floatingRatios", "E/none", "1"), ("floatingRatios", "E/X1", "-101"), ("floatingSchemes", "111111", "\"E\""),
        ("floatingSchemes", "110000", "\"F\""), ("motorcycleRegionFactors", "110000", "31"),
        ("motorcycleRegionFactors", "北京", "10"),
        ("specialVehicleClasses", "5", "{\"vehicles\":\"\",\"vehiclesEnglish\":\"\"}"),
        ("drinkDrivingRatios", "110000", "{\"drinking\":-1,\"intoxicated\":30,\"cap\":60,\"applies\":true}"),
        ("violationRatios", "110000", "{\"clean\":[5],\"perEvent\":{},\"cap\":60,\"applies\":true}"),
        ("liabilityLimits", "noFault/total", "\"1.00\""), ("liabilityLimits", "atFault/medical", "\"-1.00\""),
    ])
    func `a row its table has no place for is refused`(table: String, name: String, value: String) throws {
        let row = """
            {"name":"\(name)","value":\(value),"from":"2020-01-01","status":"verified","checked":"2026-11-01",
            "citation":{"instrument":"tariff2008","article":"注"}}
            """
        #expect(try Self.findings(Make.document(table, row)).map(\.code) == ["tableRowFaulty"])
    }
}
