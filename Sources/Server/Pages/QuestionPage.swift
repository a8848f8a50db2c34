import Documents
import HTTPTypes
import Hummingbird
import NIOCore
import Registry
import Regulation
import TransparencyLog

/// `POST /query`: the answer, or the form again with what is to be put right.
struct QuestionPage {
    let services: Services
    let chrome: PageChrome

    private struct Form: Decodable {
        let form, action, plate, category, vinSuffix, vin, policyNumberSuffix, date, time: String?
    }

    func handle(_ request: Request, context: XubaoContext) async throws -> Response {
        let body = try await request.wholeBody(upTo: services.settings.longestQuery)
        guard let form = try? URLEncodedFormDecoder().decode(Form.self, from: String(decoding: body, as: UTF8.self))
        else {
            throw Problem(400, "badRequest", "表单无法读取", detail: "请从查询页重新填一次。")
        }
        let fields = QuestionFields(
            form: form.form.flatMap(QuestionFields.Form.init) ?? .plate, plate: form.plate ?? "",
            category: form.category ?? "", vinSuffix: form.vinSuffix ?? "", vin: form.vin ?? "",
            policyNumberSuffix: form.policyNumberSuffix ?? "", date: form.date ?? "", time: form.time ?? "")
        if form.action == "edit" { return .html(QuestionView.render(QuestionModel(chrome: chrome, fields: fields))) }
        let network = ClientNetwork.key(of: request, context, services)
        do {
            let answer = try await PublicDesk(services: services).answer(fields.query, network: network)
            let model = AnswerModel(
                chrome: chrome, answer: answer, asked: Self.asked(fields), typed: fields,
                card: card(of: answer, to: fields.query))
            return .html(AnswerView.render(model))
        } catch let problem as Problem {
            if problem.code == Problem.suffixExhausted.code { return fullVINInstead(fields) }
            let faults = QuestionFault.faults(of: problem, in: fields)
            guard !faults.isEmpty else { throw problem }
            return .html(
                QuestionView.render(QuestionModel(chrome: chrome, fields: fields, faults: faults)),
                status: .unprocessableContent)
        }
    }

    /// The signed card of the answer; `nil` where none is made, and while the log cannot be read: the answer stands
    /// without it. A magic plate of the sandbox is nobody's, so nothing is signed about it.
    private func card(of answer: CoverageAnswer, to query: CoverageQuery) -> String? {
        guard let question = try? query.question(from: .anyone), !SandboxDesk(services: services).isMagic(question)
        else { return nil }
        return try? ProofDesk(gate: services.gate).card(of: answer, to: question.subject)?.encoded
    }

    /// The tries with the suffix are used up, perhaps by a stranger: the owner gets in by the full VIN.
    private func fullVINInstead(_ fields: QuestionFields) -> Response {
        var fields = fields
        fields.form = .vin
        let model = QuestionModel(chrome: chrome, fields: fields, notice: .suffixTriesUsedUp)
        return .html(QuestionView.render(model), status: .tooManyRequests)
    }

    private static func asked(_ fields: QuestionFields) -> AskedVehicle {
        let plate = PlateNumber.read(fields.plate).value
        let proof: AskedVehicle.Proof =
            fields.form == .plate ? .vinSuffix : plate == nil ? .vinAndPolicyNumber : .fullVIN
        return AskedVehicle(maskedPlate: plate?.masked, proof: proof)
    }
}
