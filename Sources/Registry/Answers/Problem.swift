package import Regulation

/// An answer that is a refusal: RFC 9457 outside, one sentence inside. Codes are stable; details never hold personal
/// data.
package struct Problem: Error, Equatable, Sendable {
    /// One thing wrong with what was sent, at its path.
    package struct Item: Equatable, Sendable {
        package let path: String
        package let code: String
        package let message: String

        package init(path: String, code: String, message: String) {
            self.path = path
            self.code = code
            self.message = message
        }

        package init(_ finding: Finding, path: String) {
            self.init(path: finding.path ?? path, code: finding.code, message: finding.message)
        }
    }

    package let status: Int
    package let code: String
    package let title: String
    package var detail: String?
    package var errors: [Item]
    /// What a rule of the law, asked with a document, holds against it; empty for every other problem.
    package private(set) var refusal: [Finding] = []
    /// When to come back.
    package var retryAfterSeconds: Int?

    package init(
        _ status: Int, _ code: String, _ title: String, detail: String? = nil, errors: [Item] = [],
        retryAfterSeconds: Int? = nil
    ) {
        self.status = status
        self.code = code
        self.title = title
        self.detail = detail
        self.errors = errors
        self.retryAfterSeconds = retryAfterSeconds
    }

    /// A refusal of the law as a reply: 422 with the members of the refusal, 400 where there was nothing to refuse.
    package init(refusal answer: LawAnswer) {
        if case .unreadable = answer {
            self = .invalidJSON
        } else {
            self = Problem(422, "refused", "规则不能给出结果", detail: "请按 findings 逐项改正后再试。")
        }
        refusal = answer.findings
        errors = refusal.map { Item($0, path: "") }
    }

    package func json(requestID: String?) -> [UInt8] {
        var writer = JSONWriter(capacity: 512)
        writer.object { writer in
            writer.member("type", "https://xubao.invalid/problems/\(code)")
            writer.member("title", title)
            writer.member("status", status)
            writer.member("code", code)
            writer.member("detail", detail)
            writer.member("requestId", requestID)
            if !errors.isEmpty {
                writer.member(
                    "errors",
                    array: { writer in
                        for error in errors {
                            writer.object {
                                $0.member("path", error.path)
                                $0.member("code", error.code)
                                $0.member("message", error.message)
                            }
                        }
                    })
            }
            if !refusal.isEmpty {
                writer.member("refused", true)
                writer.member("findings", array: { $0.values(refusal) })
            }
        }
        return writer.bytes
    }

    package static let invalidJSON = Problem(400, "invalidJSON", "请求不是正确的 JSON 文档", detail: "请按接口文档发送一个 JSON 对象。")
    package static let unauthorized = Problem(
        401, "unauthorized", "需要有效的密钥", detail: "请在 Authorization 头中用 Bearer 方式出示密钥。")
    package static let forbidden = Problem(
        403, "forbidden", "这个密钥不能做这件事",
        detail: "报送记录请用保险公司的密钥；保险公司查别家承保的车，请不带密钥，像公众一样出示车架号后六位。")
    package static let notFound = Problem(
        404, "notFound", "没有这个地址", detail: "请核对地址和其中的编号；接口列在 /openapi.json。")
    package static let logNotPublished = Problem(
        503, "logNotPublished", "日志还没有公布第一个检查点", detail: "请过一秒再取。", retryAfterSeconds: 1)
    package static let tooLarge = Problem(
        413, "bodyTooLarge", "请求内容过大", detail: "请一次只发一条查询或一条记录；成批的记录请作为文件上传到 /v1/uploads。")
    package static let overloaded = Problem(503, "overloaded", "请求太多，暂时忙不过来", detail: "请稍后再试。", retryAfterSeconds: 1)
    package static let idempotencyReused = Problem(
        422, "idempotencyKeyReused", "这个 Idempotency-Key 已用于另一个请求", detail: "请为新的请求换一个新的键。")
    package static let failed = Problem(500, "failed", "系统出错，请求没有完成", detail: "请稍后再试；如仍不行，请告知请求编号。")
    /// The same sentences whether the plate or VIN exists or not; each says what still helps.
    package static func triesExhausted(_ form: Look.Form) -> Problem {
        switch form {
        case .policyNumber: policyNumberExhausted
        case .fullVIN: fullVINExhausted
        case .suffix, .official, .insurer: suffixExhausted
        }
    }

    package static let suffixExhausted = Problem(
        429, "suffixExhausted", "这个号牌今天的尝试次数已用完",
        detail: "请改用完整的车架号查询；或过 24 小时再用后六位。", retryAfterSeconds: 86_400)
    package static let policyNumberExhausted = Problem(
        429, "policyNumberExhausted", "这个车架号今天的尝试次数已用完",
        detail: "过 24 小时可以再用保单号后六位查询；急用请直接向保险公司查询。车已上牌的，可以用号牌号码和完整的车架号查询。",
        retryAfterSeconds: 86_400)
    package static let fullVINExhausted = Problem(
        429, "fullVINExhausted", "号牌和车架号几次都没有对上，今天不能再试",
        detail: "请对照行驶证核对号牌号码和车架号，过 24 小时再查；急用请直接向保险公司查询。", retryAfterSeconds: 86_400)
    package static let platesExhausted = Problem(
        429, "platesExhausted", "这个网络今天查询的号牌数已达上限", detail: "每天最多查询 20 个不同的号牌，请明天再试。",
        retryAfterSeconds: 86_400)

    package static func invalid(_ errors: [Item]) -> Problem {
        Problem(422, "invalid", "请求中有 \(errors.count) 处需要改正", errors: errors)
    }
}
