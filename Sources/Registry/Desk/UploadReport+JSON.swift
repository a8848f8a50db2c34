import Regulation

extension UploadReport {
    /// The document an upload is answered with.
    package var json: [UInt8] {
        var writer = JSONWriter(capacity: 4096 + rows.count * 160)
        writer.object { writer in
            writer.member("accepted", accepted)
            writer.member("flagged", flagged)
            writer.member("repeated", repeated)
            writer.member("quarantined", quarantined)
            writer.member("format", format?.rawValue)
            writer.member("encoding", encoding?.rawValue)
            writer.member("treeSize", treeSize)
            writer.member("header", headerRange)
            writer.member("unknownColumns", array: { for name in unknownColumns { $0.value(name) } })
            writer.member(
                "sequenceGaps",
                array: { writer in
                    for gap in sequenceGaps {
                        writer.object {
                            $0.member("from", gap.lowerBound)
                            $0.member("through", gap.upperBound)
                        }
                    }
                })
            writer.member("rowsOmitted", rowsOmitted)
            writer.member("rows", array: { writer in for row in rows { row.write(to: &writer) } })
        }
        return writer.bytes
    }
}

extension UploadReport.Row {
    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("line", line)
            writer.member("bytes", byteRange)
            writer.member("status", status.rawValue)
            writer.member("entryId", entry?.text)
            writer.member("logIndex", entry?.index)
            writer.member("flags", array: { for flag in flags { $0.value(flag.rawValue) } })
            writer.member(
                "repairs",
                array: { writer in
                    for repair in repairs {
                        writer.object {
                            $0.member("column", repair.field.names.english)
                            $0.member("code", repair.code)
                        }
                    }
                })
            writer.member("ignored", array: { for field in ignored { $0.value(field.names.english) } })
            writer.member("unread", array: { writer in for fault in unread { fault.write(to: &writer) } })
            writer.member("faults", array: { writer in for fault in faults { fault.write(to: &writer) } })
        }
    }
}

extension SubmissionReading.Fault {
    func write(to writer: inout JSONWriter) {
        writer.object {
            $0.member("column", field?.names.english)
            $0.member("code", finding.code)
            $0.member("message", finding.message)
            $0.member("proposal", proposal)
        }
    }

    /// The same as an item of a problem document.
    package var problemItem: Problem.Item {
        Problem.Item(path: field?.names.english ?? "", code: finding.code, message: finding.message)
    }
}

extension JSONWriter {
    mutating func member(_ name: StaticString, _ range: Range<Int>?) {
        self.name(name)
        guard let range else { return null() }
        array {
            $0.value(range.lowerBound)
            $0.value(range.upperBound)
        }
    }
}
