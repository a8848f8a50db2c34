import Documents
import Hummingbird
import Registry
import Regulation

/// `POST /law/compensation`: what compulsory insurance pays, or the form again, with another row or with what is to be
/// put right. Nothing of it is kept.
struct CompensationPage {
    let services: Services
    let chrome: PageChrome

    func blank() -> Response {
        let fields = CompensationFields(today: services.gate.clock.now.shanghaiDate)
        return .html(CompensationView.render(CompensationModel(chrome: chrome, fields: fields)))
    }

    func handle(_ request: Request) async throws -> Response {
        let form = try await SentForm.read(request, upTo: services.settings.longestQuery)
        var fields = CompensationFields(sent: form)
        if let action = form["action"] {
            let change = CompensationFields.RowAction(action)
            if let change { fields.apply(change) }
            return .html(
                CompensationView.render(CompensationModel(chrome: chrome, fields: fields, added: change)))
        }
        let (question, unread) = fields.request(in: chrome.language)
        var refusal = Refusal([])
        do throws(Refusal) {
            let report = try services.law.report(on: question)
            if unread.isEmpty {
                return .html(
                    CompensationView.render(CompensationModel(chrome: chrome, fields: fields, report: report)))
            }
        } catch {
            refusal = error
        }
        let faults = fields.faults(of: refusal, besides: unread)
        return .html(
            CompensationView.render(CompensationModel(chrome: chrome, fields: fields, faults: faults)),
            status: .unprocessableContent)
    }
}
