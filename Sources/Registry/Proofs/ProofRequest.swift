import Regulation

/// Which contract is to be proven, and what is to be shown of it beyond what is always.
package struct ProofRequest: Sendable {
    /// As numbers are stored: full-width letters and digits in ASCII.
    package let policyNumber: String
    /// Wanted only where several insurers have used the number.
    package let insurer: InsurerCode?
    /// Names of fields, English or Chinese.
    package let open: [String]

    package init(policyNumber: String, insurer: InsurerCode? = nil, open: [String] = []) {
        self.policyNumber = PlainText.ascii(policyNumber)
        self.insurer = insurer
        self.open = open
    }

    /// Reads `{"policyNumber", "insurer"?, "open"?: […]}`; unknown members are left aside.
    package init(json: [UInt8]) throws(Problem) {
        let document: JSONValue
        do throws(JSONFault) { document = try JSONReader.value(of: json) } catch { throw Problem.invalidJSON }
        guard case .object(let members) = document else { throw Problem.invalidJSON }
        var (number, insurer, open): (String?, InsurerCode?, [String]) = (nil, nil, [])
        var faults: [Problem.Item] = []
        for member in members {
            switch (member.name, member.value) {
            case ("policyNumber", .text(let text)): number = text
            case ("insurer", .null), ("open", .null): break
            case ("insurer", .text(let text)):
                insurer = InsurerCode(text)
                if insurer == nil { faults.append(.init(path: "insurer", code: "form", message: Self.insurerForm)) }
            case ("open", .list(let values)):
                for case .text(let text) in values { open.append(text) }
                if open.count != values.count { faults.append(Self.wrongType("open")) }
            case ("policyNumber", _), ("insurer", _), ("open", _): faults.append(Self.wrongType(member.name))
            default: break
            }
        }
        if number == nil, faults.isEmpty {
            faults.append(.init(path: "policyNumber", code: "missing", message: "请给出保单号"))
        }
        guard faults.isEmpty, let number else { throw Problem.invalid(faults) }
        self.init(policyNumber: number, insurer: insurer, open: open)
    }

    /// As a document that `init(json:)` reads.
    package var json: [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("policyNumber", policyNumber)
            writer.member("insurer", insurer?.text)
            writer.member("open", array: { writer in for name in open { writer.value(name) } })
        }
        return writer.bytes
    }

    /// The fields that are to be shown beside the usual ones. Throws every name that is no field's, and those of
    /// personal values, which stay closed.
    package func shownFields() throws(Problem) -> [Field] {
        var fields: [Field] = []
        var faults: [Problem.Item] = []
        for name in open {
            let field = Field.allCases.first { $0.names.english == name || $0.names.chinese == name }
            switch field {
            case nil: faults.append(.init(path: "open", code: "unknown", message: "没有叫 \(name) 的栏目"))
            case let field? where field.protection == .person:
                faults.append(
                    .init(path: "open", code: "personal", message: "\(field.names.chinese)是个人信息，证明里不公开"))
            case let field?: fields.append(field)
            }
        }
        guard faults.isEmpty else { throw Problem.invalid(faults) }
        return fields
    }

    private static let insurerForm = "代码应是 2 至 12 位字母和数字，字母开头"

    private static func wrongType(_ path: String) -> Problem.Item {
        let shape = path == "open" ? "应是一列栏目名，写作 \"open\": [\"plate\"]" : "应是一段文字"
        return .init(path: path, code: "wrongType", message: shape)
    }
}
