import HTTPTypes
import Hummingbird
import Registry

/// `POST /v1/law/{rule}`: one rule of the law, asked with one document. Open to everybody; what is asked is neither
/// kept nor looked up.
struct LawRules {
    let services: Services

    func handle(_ request: Request, context: XubaoContext) async throws -> Response {
        guard let rule = context.parameters.get("rule").flatMap(LawRule.init) else { throw Problem.lawRuleUnknown }
        let document = try await request.wholeBody(upTo: JSONReader.longest)
        // Sharing losses among many takes longer than others on the same thread should wait.
        let isLong = rule == .compensation
        return .json(
            try await isLong ? services.gate.offload { try reply(rule, document) } : reply(rule, document))
    }

    private func reply(_ rule: LawRule, _ document: [UInt8]) throws(Problem) -> [UInt8] {
        let answer = services.law.answer(rule, to: document)
        guard answer.isAnswered else { throw Problem(refusal: answer) }
        return answer.json
    }
}

extension Problem {
    fileprivate static let lawRuleUnknown = Problem(
        404, "notFound", "没有这条规则",
        detail: "可用的规则：\(LawRule.allCases.map(\.rawValue).joined(separator: "、"))。")
}
