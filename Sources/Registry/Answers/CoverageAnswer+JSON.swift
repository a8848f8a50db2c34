package import Regulation

extension CoverageAnswer {
    /// The answer as the API, the command line and every program get it.
    package var json: [UInt8] {
        var writer = JSONWriter()
        write(to: &writer)
        return writer.bytes
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("outcome", outcome.rawValue)
            writer.member("renewal", renewal.rawValue)
            writer.member("period", period)
            writer.member("daysLeft", daysLeft)
            writer.member("gapDays", gapDays)
            writer.name("insurer")
            if let insurer {
                writer.object {
                    $0.member("code", insurer.code.text)
                    $0.member("name", insurer.name)
                }
            } else {
                writer.null()
            }
            writer.member("policyNumber", policyNumber)
            writer.member("nextPeriod", nextPeriod)
            writer.member(
                "reason",
                object: {
                    $0.member("code", reason.rawValue)
                    $0.member("text", AnswerTexts.reason(of: self, in: .chinese))
                })
            writer.member(
                "remedy",
                object: {
                    $0.member("code", remedy.rawValue)
                    $0.member("text", AnswerTexts.remedy(of: self, in: .chinese))
                })
            writer.member(
                "citations",
                array: { writer in
                    for citation in citations { writer.value(citation) }
                })
            writer.member(
                "flags",
                array: { writer in
                    for flag in flags { writer.value(flag.rawValue) }
                })
            // Without a match nothing may differ by what was asked.
            writer.member("on", outcome == .noMatch ? nil : on.text)
            writer.member("asOf", asOf.text)
            writer.member("knownAt", knownAt.text)
            writer.member("treeSize", treeSize)
            writer.member("feedAgeSeconds", feedAgeSeconds)
        }
    }
}

extension JSONWriter {
    package mutating func member(_ name: StaticString, _ period: Period?) {
        self.name(name)
        guard let period else { return null() }
        object {
            $0.member("start", period.start.text)
            $0.member("end", period.end.text)
        }
    }

    package mutating func value(_ citation: Citation) {
        object {
            $0.member("instrument", citation.instrument.title)
            $0.member("article", citation.article)
        }
    }
}
