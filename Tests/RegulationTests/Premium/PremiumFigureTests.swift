import Regulation
import Testing

struct PremiumFigureTests {
    private typealias Make = PremiumFixture

    private static func all(_ figure: Figure) -> [Figure] { [figure] + figure.inputs.flatMap(all) }

    private static let claim = Make.claim("2025-06-10", paid: "2025-07-20")

    private static let requests: [PremiumRequest] = [
        Make.request(), Make.request(Make.history(years: 3)), Make.request(Make.history(years: 3, [claim])),
        Make.request(Make.history(years: 3, [Make.claim("2025-06-10")])),
        Make.short(90, .scrapWithinYear, Make.history(years: 2)), Make.short(3, .temporaryEntry),
        Make.request(VehicleFacts(vehicleClass: .lowSpeedTruck), region: "330000"),
        Make.request(VehicleFacts(vehicleClass: .special, specialClass: 1)),
        Make.request(VehicleFacts(vehicleClass: .motorcycle, displacementML: 125)),
        Make.request(VehicleFacts(vehicleClass: .semiTrailerTractor, use: .commercial)),
    ]

    @Test(arguments: requests)
    func `explained or not, the answer and its remarks are the same`(request: PremiumRequest) throws {
        let (plain, remarks) = try Make.result(request)
        let (explained, others) = try Make.explained(request)
        #expect(plain.premium.value == explained.premium.value)
        #expect(remarks == others)
        #expect(explained.premium.node.value == .amount(plain.premium.value))
        #expect(explained.premium.node.name.code == "premium")
    }

    @Test(arguments: requests)
    func `every figure rests on an article, every fact on its path`(request: PremiumRequest) throws {
        for figure in Self.all(try Make.explained(request).0.premium.node) {
            switch figure.operation {
            case .fact:
                #expect(figure.path != nil && figure.inputs.isEmpty, "\(figure.name.code)")
            case .constant: #expect(figure.citation != nil && figure.inputs.isEmpty, "\(figure.name.code)")
            case .lookUp: #expect(figure.citation != nil && figure.status != nil, "\(figure.name.code)")
            default: #expect(figure.citation != nil, "\(figure.name.code)")
            }
        }
    }

    @Test func `the tree of a full year: base premium by row, ratio by factor and scheme`() throws {
        let node = try Make.explained(Make.request(Make.history(years: 3, [Self.claim]))).0.premium.node
        #expect(node.operation == .multiply && node.rounding == .halfUpToFen)
        #expect(node.inputs.map(\.name.code) == ["basePremium", "floatingPercent"])
        let base = node.inputs[0]
        #expect(base.citation == Citation(.tariff2008, "第1行"))
        #expect(base.inputs.map(\.name.code) == ["tariffRow", "start"])
        #expect(
            base.inputs[0].inputs.compactMap(\.path) == ["vehicle.class", "vehicle.use", "vehicle.ratedPassengers"])
        let ratio = node.inputs[1]
        #expect(ratio.citation?.instrument == .limitsAndFloatingNotice2020)
        #expect(ratio.inputs.map(\.name.code) == ["floatingFactor", "floatingScheme"])
        let factor = ratio.inputs[0]
        #expect(factor.citation == Citation(.floatingRules2007, "第7条"))
        #expect(factor.reason != nil)
        #expect(
            Self.all(factor).compactMap(\.path) == [
                "history.policies[0].issuedAt", "appliedAt", "history.claims[0].paidAt",
            ])
    }

    @Test func `the tree of a short term shows days, the least of them and the divisor`() throws {
        let node = try Make.explained(Make.short(3, .scrapWithinYear, Make.history(years: 1))).0.premium.node
        let short = node.inputs[0]
        #expect(short.name.code == "shortTermPremium" && short.rounding == .halfUpToYuan)
        #expect(short.value == .amount(try #require(Amount(fen: 1800))))
        let figures = Self.all(short)
        #expect(figures.contains { $0.name.code == "chargedDays" && $0.value == .count(7, .days) })
        #expect(figures.contains { $0.name.code == "days" && $0.value == .count(3, .days) })
        #expect(figures.contains { $0.name.code == "yearDays" && $0.value == .count(365, .days) })
    }

    @Test func `a figure says why nothing floats`() throws {
        var moved = Make.history(years: 3)
        moved.isMovedFromOtherProvince = true
        let cases: [(PremiumHistory, String, String)] = [
            (Make.first, "第11条(一)", "history.firstInsurance"), (moved, "第11条(六)", "history.movedFromOtherProvince"),
            (Make.history(years: 3, [Make.claim("2025-06-10")]), "第10条", "history.claims[0].accidentAt"),
        ]
        for (history, article, path) in cases {
            let ratio = try #require(try Make.explained(Make.request(history)).0.premium.node.inputs.last)
            #expect(ratio.value == .percent(0))
            #expect(ratio.citation == Citation(.floatingRules2007, article))
            #expect(Self.all(ratio).contains { $0.path == path })
        }
    }

    @Test func `names and reasons are told in both languages, and no code names two things`() throws {
        var titles: [String: Set<String>] = [:]
        for request in Self.requests {
            for figure in Self.all(try Make.explained(request).0.premium.node) {
                #expect(!figure.name.title.chinese.isEmpty && !figure.name.title.english.isEmpty)
                titles[figure.name.code, default: []].insert(figure.name.title.chinese)
                if let reason = figure.reason {
                    #expect(!reason.chinese.isEmpty && reason.english.allSatisfy(\.isASCII), "\(reason.english)")
                }
            }
        }
        #expect(titles.values.allSatisfy { $0.count == 1 }, "\(titles.filter { $0.value.count > 1 })")
    }
}
