import Regulation
import Testing

struct LinkedRatioTests {
    private typealias Make = PremiumFixture

    private static func drinkDriving(applies: Bool, from: String = "2010-03-01") -> [UInt8] {
        Make.document(
            "drinkDrivingRatios",
            """
            {"name":"110000","value":{"drinking":15,"intoxicated":30,"cap":60,"applies":\(applies)},"from":"\(from)",
            "citation":{"instrument":"drinkDrivingNotice2010","article":"北京"},"status":"verified",
            "checked":"2026-11-01"}
            """)
    }

    private static let violations = Make.document(
        "violationRatios",
        """
        {"name":"310000","value":{"clean":[-10,-20,-40],"perEvent":{"redLight":20,"phone":10},"cap":60,"applies":true},
        "from":"2010-01-01","citation":{"instrument":"regionalViolationStandard","article":"上海"},"status":"unverified",
        "checked":"2026-11-01"}
        """)

    private static func drunk(_ happened: [(String, Bool)], years: Int = 3, _ claims: [EarlierClaim] = [])
        -> PremiumHistory
    {
        var history = Make.history(years: years, claims)
        history.drinkDriving = happened.map { DrinkDrivingRecord(happenedAt: Make.at($0.0), isIntoxicated: $0.1) }
        return history
    }

    private static func broken(_ happened: [(String, String)], years: Int) -> PremiumHistory {
        var history = Make.history(years: years)
        history.violations = happened.map { ViolationRecord(happenedAt: Make.at($0.0), kind: $0.1) }
        return history
    }

    @Test func `the links are off until an operator's row says otherwise, and the answer says so`() throws {
        let request = Make.request(region: "110000", Self.drunk([("2025-06-10", true)]))
        let (result, remarks) = try Make.result(request)
        #expect(result.premium.value.yuanText == "617.50")
        #expect(remarks.notes.map(\.code) == ["linkOff"])
        let off = try Make.tables(Self.drinkDriving(applies: false))
        #expect(try Make.answer(request, by: off) == "617.50 X3 -35")
    }

    @Test(
        arguments: [
            // Once under the influence, once drunk, both, and the cap.
            ([("2025-06-10", false)], "760.00", 15), ([("2025-06-10", true)], "902.50", 30),
            ([("2025-06-10", false), ("2025-07-10", true)], "1045.00", 45),
            ([("2025-06-10", true), ("2025-07-10", true), ("2025-08-10", true)], "1187.50", 60),
            // In an earlier window, at its first moment, and as the application is made.
            ([("2025-02-20 09:59", true)], "617.50", 0), ([("2025-02-20 10:00", true)], "902.50", 30),
            ([("2026-02-20 10:00", true)], "617.50", 0),
        ] as [([(String, Bool)], String, Int)])
    func `drink-driving adds to the float up to its cap — notice of 2010`(
        happened: [(String, Bool)], premium: String, percent: Int
    ) throws {
        let tables = try Make.tables(Self.drinkDriving(applies: true))
        let (result, remarks) = try Make.result(Make.request(region: "110000", Self.drunk(happened)), by: tables)
        #expect(result.premium.value.yuanText == premium)
        #expect(result.drinkDrivingPercent == percent)
        #expect(result.floatingPercent == -35)
        #expect(remarks.notes.map(\.code) == ["operatorRow"])
    }

    @Test func `at the worst the premium is near twice the base — notice of 2010`() throws {
        let death = Make.claim("2025-06-10", paid: "2025-07-20", death: true)
        let history = Self.drunk([("2025-06-10", true), ("2025-08-10", true)], [death])
        let tables = try Make.tables(Self.drinkDriving(applies: true))
        #expect(try Make.answer(Make.request(region: "110000", history), by: tables) == "1805.00 X6 30")
    }

    @Test func `other regions, first insurance and days before the row are left as they are`() throws {
        let history = Self.drunk([("2025-06-10", true)])
        let tables = try Make.tables(Self.drinkDriving(applies: true))
        #expect(try Make.answer(Make.request(region: "310000", history), by: tables) == "665.00 X3 -30")
        #expect(try Make.answer(Make.request(region: "110000", Make.first), by: tables) == "950.00 none 0")
        let later = try Make.tables(Self.drinkDriving(applies: true, from: "2026-02-21"))
        #expect(try Make.answer(Make.request(region: "110000", history), by: later) == "617.50 X3 -35")
    }

    @Test func `violations multiply: base × (1+X) × (1+V), up by events, down by clean windows`() throws {
        let tables = try Make.tables(Self.violations)
        let cases: [([(String, String)], Int, String)] = [
            // 950 × 0.7 × 0.6; × 0.8 × 0.8; × 0.9 × 0.9.
            ([], 3, "399.00"), ([], 2, "608.00"), ([], 1, "769.50"), ([], 5, "399.00"),
            // 950 × 0.7 × 1.3.
            ([("2025-06-10", "redLight"), ("2025-06-11", "phone")], 3, "864.50"),
            ([(String, String)](repeating: ("2025-06-10", "redLight"), count: 9), 3, "1064.00"),
            // One window ago: one clean window since.
            ([("2024-06-10", "redLight")], 3, "598.50"),
        ]
        for (happened, years, premium) in cases {
            let request = Make.request(Self.broken(happened, years: years))
            let (result, remarks) = try Make.result(request, by: tables)
            #expect(result.premium.value.yuanText == premium, "\(happened)")
            #expect(remarks.notes.map(\.code) == ["operatorRow"])
        }
    }

    @Test func `a violation of a kind the region's row does not name is refused by name`() throws {
        let request = Make.request(Self.broken([("2025-06-10", "honking")], years: 1))
        let findings = try Make.findings(request, by: Make.tables(Self.violations))
        #expect(findings.map(\.path) == ["violationRatios/310000/honking"])
    }

    @Test func `a region's factor for motorcycles is data of the operator, and its absence is told — 120 × 1.3`() throws
    {
        let motorcycle = VehicleFacts(vehicleClass: .motorcycle, displacementML: 125)
        let request = Make.request(motorcycle, region: "430000")
        #expect(try Make.notes(request) == ["readingUnverified"])
        let tables = try Make.tables(
            Make.document(
                "motorcycleRegionFactors",
                """
                {"name":"430000","value":30,"from":"2020-01-01",
                "citation":{"instrument":"regionalMotorcycleFactor","article":"湖南"},"status":"verified",
                "checked":"2026-11-01"}
                """))
        let (result, remarks) = try Make.result(request, by: tables)
        #expect(result.premium.value.yuanText == "156.00")
        #expect(result.basePremium.yuanText == "120.00")
        #expect(result.motorcycleRegionPercent == 30)
        #expect(remarks.notes.map(\.code) == ["operatorRow"])
        #expect(try Make.answer(Make.request(motorcycle, region: "310000"), by: tables) == "120.00 none 0")
    }

    @Test func `what is linked stands in the derivation with its row`() throws {
        let tables = try Make.tables(Self.drinkDriving(applies: true))
        let (result, _) = try Make.explained(
            Make.request(region: "110000", Self.drunk([("2025-06-10", true)])), by: tables)
        let link = result.premium.node.inputs.first { $0.name.code == "drinkDrivingPercent" }
        #expect(link?.value == .percent(30))
        #expect(link?.citation?.instrument == .drinkDrivingNotice2010)
        #expect(link?.inputs.contains { $0.name.code == "intoxicated" && $0.value == .count(1, .accidents) } == true)
    }
}
