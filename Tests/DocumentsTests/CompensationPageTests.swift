import Foundation
import Registry
import Regulation
import Testing

@testable import Documents

struct CompensationPageTests {
    private func report(_ name: String, in language: Language = .chinese) throws -> CompensationReport {
        let form = try #require(SampleLawPages.accidents.first { $0.name == name }).form
        return try #require(try SampleLawPages.accident(form, in: language).report)
    }

    @Test func `rows come and go without a script, and people stay in their vehicles`() {
        var fields = CompensationFields(sent: [
            "vehicles": "3", "victims": "2", "damage3": "7", "aboard1": "3", "aboard2": "2",
        ])
        fields.apply(.removeVehicle(1))
        #expect(fields.vehicles.map(\.damage) == ["", "7"] && fields.victims.map(\.aboard) == ["2", ""])
        fields.apply(.addVictim)
        fields.apply(.removeVictim(0))
        #expect(fields.victims.map(\.aboard) == ["", ""])
        for _ in 0..<9 { fields.apply(.addVehicle) }
        #expect(fields.vehicles.count == CompensationFields.most)
        for _ in 0..<9 { fields.apply(.removeVehicle(0)) }
        #expect(fields.vehicles.count == 1)
    }

    @Test(arguments: [
        "removeVehicle-99", "removeVictim-0", "removeVehicle--1", "addVehicle-1", "", "drop", "removeVictim-x",
    ])
    func `a button nobody made changes nothing`(text: String) {
        var fields = CompensationFields(sent: ["vehicles": "2", "victims": "1"])
        let before = fields
        if let action = CompensationFields.RowAction(text) { fields.apply(action) }
        #expect(fields == before)
    }

    @Test(arguments: ["-3", "0", "99999999999", "many", "２"])
    func `counts of rows stay within the form`(text: String) {
        let fields = CompensationFields(sent: ["vehicles": text, "victims": text])
        #expect((1...CompensationFields.most).contains(fields.vehicles.count))
        #expect((0...CompensationFields.most).contains(fields.victims.count))
    }

    @Test func `rows left blank are not there, and faults of the others lead to their own inputs`() throws {
        let form = [
            "vehicles": "4", "victims": "2", "date": "2026-11-20", "fault1": "yes", "damage3": "abc", "medical2": "x",
        ]
        let model = try SampleLawPages.accident(form, in: .chinese)
        #expect(model.fields.request(in: .chinese).request.vehicles.count == 2)
        #expect(model.faults.map(\.anchor) == ["fault3-yes", "damage3", "medical2"])
        let html = CompensationView.render(model)
        for fault in model.faults { #expect(html.contains("id=\"\(fault.anchor)\""), "\(fault.anchor)") }
    }

    @Test func `streams leave and arrive with all that is paid`() throws {
        for name in ["compensation-two", "compensation-three", "compensation-drunk"] {
            let report = try report(name)
            let html = CompensationView.render(
                CompensationModel(
                    chrome: SamplePages.chrome("/law/compensation", .chinese), fields: CompensationFields(sent: [:]),
                    report: report))
            let bands = html.components(separatedBy: "<path class=\"band ").count - 1
            #expect(bands == report.compensation.payments.count, "\(name)")
            let total = LawTypography.yuan(report.compensation.total.value)
            #expect(html.contains("<span>\(total)</span>"), "\(name)")
        }
    }

    @Test func `both languages come to the same sums`() throws {
        for (name, _) in SampleLawPages.accidents where name != "compensation-faults" {
            let chinese = try report(name).compensation.payments.map(\.amount)
            let english = try report(name, in: .english).compensation.payments.map(\.amount)
            #expect(chinese == english, "\(name)")
        }
    }

    @Test func `both readings of a drunken driver's accident are shown, with recourse — Interpretation 15`() throws {
        let html = CompensationView.render(
            CompensationModel(
                chrome: SamplePages.chrome("/law/compensation", .chinese), fields: CompensationFields(sent: [:]),
                report: try report("compensation-drunk")))
        #expect(html.contains("两种读法") && html.contains("按最高人民法院的解释") && html.contains("赔后可向致害人追偿"))
    }

    @Test func `a used-up limit says so, and what is left open is told`() throws {
        let html = CompensationView.render(
            CompensationModel(
                chrome: SamplePages.chrome("/law/compensation", .english), fields: CompensationFields(sent: [:]),
                report: try report("compensation-two", in: .english)))
        #expect(html.contains("2,000.00 / 2,000.00 yuan") && html.contains("used up"))
        #expect(html.contains("Vehicle B · Property"))
    }
}
