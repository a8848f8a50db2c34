import Foundation

/// Makes a credential and shows its key, this once.
struct Enrolment {
    let role: String
    let code: String
    let name: String

    private struct Document: Decodable {
        let code: String
        let name: String
        let key: String
    }

    func run(_ data: DataOptions) async throws {
        let channel = try await data.open(create: true)
        let bytes = try await channel.enrol(role: role, code: code, name: name)
        try await channel.close()
        if data.json { return Terminal.write(bytes + [0x0A]) }
        let document = try JSONDecoder().decode(Document.self, from: Data(bytes))
        Terminal.write(
            """
            \(document.name)（\(document.code)）已登记。
            密钥只显示这一次，请妥善保存：

              \(document.key)

            用法：Authorization: Bearer <密钥>

            """)
    }
}
