import Foundation

/// A question about a plate as a `coverage-queries` document.
enum QueryDocument {
    /// Members that were not given are left out.
    static func bytes(plate: String, category: String?, _ members: [String: String?]) throws -> [UInt8] {
        var query: [String: any Sendable] = members.compactMapValues { $0 }
        var number = ["number": plate]
        if let category { number["category"] = category }
        query["plate"] = number
        return Array(try JSONSerialization.data(withJSONObject: query))
    }
}
