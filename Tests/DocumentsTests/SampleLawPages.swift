import Documents
import Registry
import Regulation
import Testing

/// The pages that ask the law, asked on a fixed day.
enum SampleLawPages {
    static let today = CivilDate("2026-11-21")

    static let premiums: [(name: String, form: [PremiumField: String])] = [
        ("premium-clean", [.region: "440000", .record: "cleanOne"]),
        ("premium-accident", [.region: "110000", .record: "one", .seats: "7"]),
        ("premium-truck", [.region: "320000", .record: "several", .kind: "truckForHire", .load: "8000"]),
        ("premium-short", [.region: "310000", .record: "cleanThree", .term: "scrapWithinYear", .end: "2027-03-01"]),
        ("premium-motorcycle", [.region: "320000", .kind: "motorcycle", .displacement: "125"]),
        ("premium-special", [.region: "150000", .record: "first", .kind: "special", .special: "2"]),
        ("premium-faults", [.kind: "truck", .load: "1.5吨", .start: "2027-06-01"]),
        ("premium-trailer", [.region: "110000", .kind: "trailer"]),
    ]

    static let accidents: [(name: String, form: [String: String])] = [
        (
            "compensation-two",
            [
                "vehicles": "2", "date": "2026-11-20", "fault1": "yes", "damage1": "3000", "fault2": "no",
                "damage2": "8600",
            ]
        ),
        (
            "compensation-three",
            [
                "vehicles": "3", "victims": "2", "date": "2026-11-20", "fault1": "yes", "damage1": "3000",
                "fault2": "yes", "damage2": "8600", "fault3": "no", "damage3": "12000", "medical1": "26000",
                "disability1": "240000", "aboard2": "3", "medical2": "4000", "property": "1500",
            ]
        ),
        (
            "compensation-drunk",
            [
                "vehicles": "2", "victims": "1", "date": "2026-11-20", "fault1": "yes", "damage1": "3000",
                "cause1": "drunk", "fault2": "no", "damage2": "8600", "uninsured2": "1", "aboard1": "2",
                "medical1": "26000", "disability1": "90000", "rescue": "9000",
            ]
        ),
        (
            "compensation-faults",
            [
                "vehicles": "2", "victims": "1", "date": "2004-11-20", "damage1": "三千", "damage2": "8600",
                "medical1": "-5",
            ]
        ),
    ]

    static func all(in language: Language, elder: Bool) throws -> [(name: String, html: String)] {
        let blank = CompensationFields(today: try #require(Self.today))
        var added = blank
        added.apply(.addVictim)
        let chrome = SamplePages.chrome("/law/compensation", language, elder)
        let blankPremium = PremiumModel(
            chrome: SamplePages.chrome("/law/premium", language, elder),
            fields: PremiumFields(today: try #require(Self.today)))
        return [
            ("premium-form", PremiumView.render(blankPremium)),
            ("compensation-form", CompensationView.render(CompensationModel(chrome: chrome, fields: blank))),
            (
                "compensation-added",
                CompensationView.render(CompensationModel(chrome: chrome, fields: added, added: .addVictim))
            ),
        ]
            + (try premiums.map { ($0.name, PremiumView.render(try premium($0.form, in: language, elder: elder))) })
            + (try accidents.map {
                ($0.name, CompensationView.render(try accident($0.form, in: language, elder: elder)))
            })
    }

    static func desk() throws -> LawDesk { LawDesk(tables: try LawTables.published.get()) }

    /// As the server puts it together.
    static func premium(
        _ form: [PremiumField: String], in language: Language, elder: Bool = false
    ) throws -> PremiumModel {
        let today = try #require(Self.today)
        let desk = try Self.desk()
        var fields = PremiumFields(today: today)
        for (field, text) in form { fields[field] = text }
        var model = PremiumModel(chrome: SamplePages.chrome("/law/premium", language, elder), fields: fields)
        let (request, unread) = fields.request(today: today)
        do throws(Refusal) {
            let report = try desk.report(on: request)
            model.faults = fields.faults(of: Refusal([]), besides: unread)
            if unread.isEmpty {
                let rungs = fields.alternatives(today: today).compactMap { alternative in
                    desk.premium(of: alternative.request).map {
                        PremiumModel.Rung(record: alternative.record, amount: $0.amount, percent: $0.percent)
                    }
                }
                model.answer = PremiumModel.Answer(request: request, report: report, rungs: rungs)
            }
        } catch {
            model.faults = fields.faults(of: error, besides: unread)
        }
        return model
    }

    /// As the server puts it together.
    static func accident(
        _ form: [String: String], in language: Language, elder: Bool = false
    ) throws -> CompensationModel {
        let desk = try Self.desk()
        let fields = CompensationFields(sent: form)
        var model = CompensationModel(
            chrome: SamplePages.chrome("/law/compensation", language, elder), fields: fields)
        let (request, unread) = fields.request(in: language)
        do throws(Refusal) {
            let report = try desk.report(on: request)
            model.faults = fields.faults(of: Refusal([]), besides: unread)
            if unread.isEmpty { model.report = report }
        } catch {
            model.faults = fields.faults(of: error, besides: unread)
        }
        return model
    }
}
