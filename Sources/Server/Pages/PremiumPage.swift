import Documents
import Hummingbird
import Registry
import Regulation

/// `POST /law/premium`: the premium with its derivation, or the form again with what is to be put right. Nothing of it
/// is kept.
struct PremiumPage {
    let services: Services
    let chrome: PageChrome

    var today: CivilDate { services.gate.clock.now.shanghaiDate }

    func blank() -> Response {
        .html(PremiumView.render(PremiumModel(chrome: chrome, fields: PremiumFields(today: today))))
    }

    func handle(_ request: Request) async throws -> Response {
        let form = try await SentForm.read(request, upTo: services.settings.longestQuery)
        let fields = PremiumFields(sent: form)
        if form["action"] == "edit" { return .html(PremiumView.render(PremiumModel(chrome: chrome, fields: fields))) }
        let (question, unread) = fields.request(today: today)
        var refusal = Refusal([])
        do throws(Refusal) {
            let report = try services.law.report(on: question)
            if unread.isEmpty { return .html(page(fields, question, report)) }
        } catch {
            refusal = error
        }
        let faults = fields.faults(of: refusal, besides: unread)
        return .html(
            PremiumView.render(PremiumModel(chrome: chrome, fields: fields, faults: faults)),
            status: .unprocessableContent)
    }

    private func page(_ fields: PremiumFields, _ question: PremiumRequest, _ report: PremiumReport) -> String {
        let rungs = fields.alternatives(today: today).compactMap { alternative in
            services.law.premium(of: alternative.request).map {
                PremiumModel.Rung(record: alternative.record, amount: $0.amount, percent: $0.percent)
            }
        }
        let answer = PremiumModel.Answer(request: question, report: report, rungs: rungs)
        return PremiumView.render(PremiumModel(chrome: chrome, fields: fields, answer: answer))
    }
}
