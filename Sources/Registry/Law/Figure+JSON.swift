package import Regulation

extension JSONWriter {
    /// A figure with all it was made of. Sums are texts, counts and per cents numbers, dates and words texts.
    package mutating func value(_ figure: Figure) {
        object { writer in
            writer.member("name", figure.name.code)
            writer.member("title", figure.name.title.chinese)
            writer.member("titleEnglish", figure.name.title.english)
            writer.name("value")
            writer.value(figure.value)
            writer.member("unit", figure.value.unit)
            writer.member("citation", figure.citation)
            writer.member("inputs", array: { writer in for input in figure.inputs { writer.value(input) } })
            writer.member("operation", figure.operation.rawValue)
            writer.member("rounding", figure.rounding?.rawValue)
            writer.member("status", figure.status?.rawValue)
            writer.member("path", figure.path)
            writer.member("reason", figure.reason?.chinese)
            writer.member("reasonEnglish", figure.reason?.english)
        }
    }

    /// The value as documents carry it.
    package mutating func value(_ value: FigureValue) {
        switch value {
        case .percent(let percent): self.value(percent)
        case .count(let count, _): self.value(count)
        case .flag(let flag): self.value(flag)
        case .amount, .ratio, .power, .date, .instant, .word: self.value(value.text)
        }
    }

    package mutating func member(_ name: StaticString, _ citation: Citation?) {
        self.name(name)
        if let citation { value(citation) } else { null() }
    }

    /// Findings, as elements of the array that is being written.
    package mutating func values(_ findings: [Finding]) {
        for finding in findings {
            object { writer in
                writer.member("code", finding.code)
                writer.member("message", finding.message)
                writer.member("english", finding.english)
                writer.member("path", finding.path)
                writer.member("citation", finding.citation)
            }
        }
    }
}
