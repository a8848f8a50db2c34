import Registry
import Regulation
import Testing

@testable import Documents

struct PremiumPageTests {
    private func answer(_ form: [PremiumField: String]) throws -> PremiumModel.Answer {
        try #require(try SampleLawPages.premium(form, in: .chinese).answer)
    }

    @Test(
        arguments: [
            (DrivingRecord.cleanThree, FloatingFactor.x3), (.cleanTwo, .x2), (.cleanOne, .x1), (.first, .none),
            (.one, .x4), (.several, .x5), (.death, .x6),
        ] as [(DrivingRecord, FloatingFactor)])
    func `each plain answer is a history that says just this — Floating Rules 3`(
        record: DrivingRecord, factor: FloatingFactor
    ) throws {
        for start in ["2026-11-22", "2026-11-21", "2027-02-20", "2024-02-29", "2019-06-01"] {
            let answer = try answer([.region: "110000", .record: record.rawValue, .start: start])
            #expect(answer.report.result.floatingFactor == factor, "\(start)")
        }
    }

    @Test(
        arguments: [
            ("family", [.seats: "5"], 1), ("family", [.seats: "6"], 2), ("company", [.seats: "10"], 5),
            ("office", [.seats: "20"], 10), ("taxi", [.seats: "5"], 11), ("cityBus", [.seats: "36"], 19),
            ("coach", [.seats: "6"], 20), ("truck", [.load: "1999"], 24), ("truckForHire", [.load: "10000"], 31),
            ("tractorUnit", [:], 27), ("tractorUnitForHire", [.traction: "9000"], 30),
            ("special", [.special: "3"], 34), ("motorcycle", [.displacement: "50"], 36),
            ("motorcycle", [.electric: "ordinary"], 37), ("motorcycle", [.displacement: "125", .sidecar: "1"], 38),
            ("family", [.seats: "5", .police: "1"], 7),
        ] as [(String, [PremiumField: String], Int)])
    func `an owner's word for a vehicle leads to its row of the tariff`(
        kind: String, facts: [PremiumField: String], row: Int
    ) throws {
        var form = facts
        form[.kind] = kind
        form[.region] = "320000"
        form[.record] = "first"
        #expect(try answer(form).report.result.tariffRow.number == row)
    }

    @Test func `what other kinds of vehicles need is not asked of this one`() throws {
        let answer = try answer([.region: "110000", .record: "first", .load: "nonsense", .special: "9", .power: "x"])
        #expect(answer.report.result.premium.value.yuanText == "950.00")
    }

    @Test func `numbers are read as people type them`() throws {
        let answer = try answer(
            [.kind: "truck", .load: "１,４９５", .region: "110000", .record: "first"])
        #expect(answer.request.vehicle.ratedLoadKg == 1495)
        #expect(FormNumber.whole("12.5") == nil && FormNumber.whole("") == nil && FormNumber.whole("9999999999") == nil)
        #expect(FormNumber.amount("３，５００．５元")?.yuanText == "3500.50" && FormNumber.amount("-1") == nil)
    }

    @Test func `special histories are what the law calls them`() throws {
        func ground(_ circumstance: String, record: String = "one") throws -> FloatingFactor {
            try answer([.region: "110000", .record: record, .circumstance: circumstance]).report.result.floatingFactor
        }
        #expect(try ground("soldFromElsewhere") == .none)
        #expect(try ground("movedWithoutProof") == .none)
        #expect(try ground("movedWithProof") == .x4)
        #expect(try ground("unpaid") == .none)
    }

    @Test func `the comparison is the premium itself with every other history`() throws {
        let answer = try answer([.region: "440000", .record: "cleanOne"])
        #expect(answer.rungs.map(\.percent) == [-30, -20, -10, 0, 0, 10, 30])
        #expect(answer.rungs.map(\.amount.yuanText).first == "665.00")
        let now = try #require(answer.rungs.first { $0.record == .cleanOne })
        #expect(now.amount == answer.report.result.premium.value)
    }

    @Test func `what is missing is told at its input, all at once and in the order of the form`() throws {
        let model = try SampleLawPages.premium([.kind: "truck", .start: "1999-01-01"], in: .english)
        #expect(model.faults.map(\.anchor) == ["load", "region", "record-cleanThree", "start"])
        let html = PremiumView.render(model)
        for anchor in model.faults.map(\.anchor) {
            #expect(html.contains("href=\"#\(anchor)\"") && html.contains("id=\"\(anchor)\""), "\(anchor)")
        }
    }

    @Test func `a trailer is refused with what to do instead — Regulation 42`() throws {
        let model = try SampleLawPages.premium([.kind: "trailer", .region: "110000"], in: .chinese)
        #expect(model.answer == nil && model.faults.map(\.anchor) == ["kind"])
        #expect(model.faults.first?.chinese.contains("请为牵引车投保") == true)
    }

    @Test func `a region without a row is not guessed, and the reader is told where to ask`() throws {
        let model = try SampleLawPages.premium(
            [.kind: "lowSpeedTruck", .region: "540000", .start: "2026-12-01"], in: .chinese)
        if model.answer == nil {
            #expect(model.faults.map(\.anchor) == ["region"])
            #expect(model.faults.first?.chinese.contains("不推算") == true)
        }
    }

    @Test func `dates nobody gave are marked as assumed, and say nothing of other days`() throws {
        let model = try SampleLawPages.premium([.region: "110000", .record: "one"], in: .chinese)
        let html = PremiumView.render(model)
        #expect(html.contains("按您的回答假定"))
        #expect(!html.contains("前投保"))
    }

    @Test func `with the day of the payment the page says what renewing before it would have cost`() throws {
        let form: [PremiumField: String] = [
            .region: "110000", .record: "several", .start: "2026-12-20", .paid: "2026-10-15",
        ]
        let html = PremiumView.render(try SampleLawPages.premium(form, in: .chinese))
        #expect(html.contains("若在2026年10月15日前投保") && html.contains("950.00"))
        #expect(html.contains("<span>赔付时间</span> 2026年10月15日"))
    }
}
