import Foundation
import Registry

/// A problem document read back into what it was.
enum RemoteProblem {
    private struct Document: Decodable {
        struct Item: Decodable {
            let path: String
            let code: String
            let message: String
        }

        let code: String
        let title: String
        let detail: String?
        let errors: [Item]?
    }

    static func problem(_ bytes: [UInt8], _ status: UInt) -> Problem {
        guard let document = try? JSONDecoder().decode(Document.self, from: Data(bytes)) else {
            return Problem(Int(status), "unexpected", "服务器的回答无法理解（\(status)）")
        }
        return Problem(
            Int(status), document.code, document.title, detail: document.detail,
            errors: (document.errors ?? []).map { .init(path: $0.path, code: $0.code, message: $0.message) })
    }
}
