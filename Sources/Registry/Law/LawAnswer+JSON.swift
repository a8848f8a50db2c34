import Regulation

extension LawAnswer {
    /// One document, without a line end. The command line and the API send the same.
    package var json: [UInt8] {
        var writer = JSONWriter(capacity: 2048)
        write(into: &writer)
        return writer.bytes
    }

    package func write(into writer: inout JSONWriter) {
        writer.object { writer in
            guard case .answered(let result) = self else {
                writer.member("refused", true)
                return writer.member("findings", array: { writer in writer.values(findings) })
            }
            writer.member("refused", false)
            result.write(into: &writer)
        }
    }
}

extension LawResult {
    fileprivate func write(into writer: inout JSONWriter) {
        for member in members { writer.member(member) }
        writer.member("notes", array: { $0.values(remarks.notes) })
        writer.member("warnings", array: { $0.values(remarks.warnings) })
        guard isExplained else { return }
        writer.name("figure")
        if let figure { writer.value(figure) } else { writer.null() }
        writer.member(
            "counterfactuals",
            array: { writer in
                for counterfactual in counterfactuals {
                    writer.object { writer in
                        writer.member("code", counterfactual.code)
                        writer.member("sentence", counterfactual.sentence.chinese)
                        writer.member("english", counterfactual.sentence.english)
                        for member in counterfactual.members { writer.member(member) }
                    }
                }
            })
    }
}

extension JSONWriter {
    fileprivate mutating func member(_ member: LawMember) {
        name(member.name)
        value(member.value)
    }

    private mutating func value(_ value: LawValue) {
        switch value {
        case .null: null()
        case .value(let value): self.value(value)
        case .text(let text): self.value(text)
        case .sentence(let sentence):
            object {
                $0.member("text", sentence.chinese)
                $0.member("english", sentence.english)
            }
        case .citation(let citation): self.value(citation)
        case .object(let members): object { writer in for member in members { writer.member(member) } }
        case .list(let values): array { writer in for value in values { writer.value(value) } }
        case .findings(let findings): array { $0.values(findings) }
        case .figure(let figure): self.value(figure)
        case .told(let value, _): self.value(value)
        }
    }
}
