/// Whose personal values are to be erased: those of a party to a contract, wherever the insurer reported them.
package struct ErasureRequest: Sendable {
    /// As numbers are stored: full-width letters and digits in ASCII.
    package let policyNumber: String
    /// Wanted only where several insurers have used the number.
    package let insurer: InsurerCode?
    /// Wanted only where the parties are two persons.
    package let party: Party?
    /// Whether it is to be done; else it is only said what would be.
    package let isConfirmed: Bool

    package init(policyNumber: String, insurer: InsurerCode? = nil, party: Party? = nil, isConfirmed: Bool) {
        self.policyNumber = PlainText.ascii(policyNumber)
        self.insurer = insurer
        self.party = party
        self.isConfirmed = isConfirmed
    }

    /// Reads `{"policyNumber", "insurer"?, "party"?, "confirmed"?}`; unknown members are left aside.
    package init(json: [UInt8]) throws(Problem) {
        let document: JSONValue
        do throws(JSONFault) { document = try JSONReader.value(of: json) } catch { throw Problem.invalidJSON }
        guard case .object(let members) = document else { throw Problem.invalidJSON }
        var (number, insurer, party, isConfirmed): (String?, InsurerCode?, Party?, Bool) = (nil, nil, nil, false)
        var faults: [Problem.Item] = []
        for member in members {
            switch (member.name, member.value) {
            case ("policyNumber", .text(let text)): number = text
            case ("insurer", .null), ("party", .null): break
            case ("insurer", .text(let text)):
                insurer = InsurerCode(text)
                if insurer == nil {
                    faults.append(.init(path: "insurer", code: "form", message: "代码应是 2 至 12 位字母和数字，字母开头"))
                }
            case ("party", .text(let text)):
                party = Party(rawValue: text)
                if party == nil {
                    faults.append(.init(path: "party", code: "unknown", message: "应是 policyholder 或 insured"))
                }
            case ("confirmed", .flag(let flag)): isConfirmed = flag
            case ("policyNumber", _), ("insurer", _), ("party", _), ("confirmed", _):
                faults.append(.init(path: member.name, code: "wrongType", message: "这一项的类型不对"))
            default: break
            }
        }
        if number == nil, faults.isEmpty {
            faults.append(.init(path: "policyNumber", code: "missing", message: "请给出保单号"))
        }
        guard faults.isEmpty, let number else { throw Problem.invalid(faults) }
        self.init(policyNumber: number, insurer: insurer, party: party, isConfirmed: isConfirmed)
    }

    /// As a document that `init(json:)` reads.
    package var json: [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("policyNumber", policyNumber)
            writer.member("insurer", insurer?.text)
            writer.member("party", party?.rawValue)
            writer.member("confirmed", isConfirmed)
        }
        return writer.bytes
    }
}
