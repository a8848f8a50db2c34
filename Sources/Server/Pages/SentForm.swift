import Hummingbird
import Registry

/// A form as a browser sends it: names with their texts, each once.
enum SentForm {
    static func read(_ request: Request, upTo most: Int) async throws -> [String: String] {
        let body = try await request.wholeBody(upTo: most)
        let text = String(decoding: body, as: UTF8.self)
        guard let form = try? URLEncodedFormDecoder().decode([String: String].self, from: text) else {
            throw Problem(400, "badRequest", "表单无法读取")
        }
        return form
    }
}
