import Foundation
import Registry
import Regulation

/// An upload's report as people read it, and the file of what has to be corrected.
struct UploadSummary {
    private struct Document: Decodable {
        struct Fault: Decodable {
            let column: String?
            let code: String
            let message: String
            let proposal: String?

            var value: SubmissionReading.Fault {
                SubmissionReading.Fault(
                    field: Field.allCases.first { $0.names.english == column },
                    finding: Finding(code: code, message: message), proposal: proposal)
            }
        }

        struct Row: Decodable {
            let line: Int
            let bytes: [Int]
            let status: String
            let flags: [String]
            let unread: [Fault]
            let faults: [Fault]
        }

        struct Gap: Decodable {
            let from: Int64
            let through: Int64
        }

        let accepted, flagged, repeated, quarantined, rowsOmitted: Int
        let format, encoding: String?
        let header: [Int]?
        let unknownColumns: [String]
        let sequenceGaps: [Gap]
        let rows: [Row]
    }

    private static let mostShown = 20
    private let document: Document

    init(_ bytes: [UInt8]) throws { document = try JSONDecoder().decode(Document.self, from: Data(bytes)) }

    var quarantined: Int { document.quarantined }

    func text(quarantineFile: String?, insurer: String) -> String {
        var lines = [
            "受理 \(document.accepted) 条（其中有疑点 \(document.flagged) 条），"
                + "重复 \(document.repeated) 条，待改正 \(document.quarantined) 条"
        ]
        if !document.unknownColumns.isEmpty {
            lines.append("不认识的列：\(document.unknownColumns.joined(separator: "、"))")
        }
        for gap in document.sequenceGaps.prefix(10) {
            lines.append(gap.from == gap.through ? "缺少序号 \(gap.from)" : "缺少序号 \(gap.from)–\(gap.through)")
        }
        let quarantined = document.rows.filter { $0.status == "quarantined" }
        lines += flagLines() + faultLines(quarantined, \.faults)
        let unread = document.rows.filter { !$0.unread.isEmpty }
        if !unread.isEmpty { lines.append("下列各项没有登记，请用“更正”业务补报：") }
        lines += faultLines(unread, \.unread)
        if let quarantineFile {
            lines.append("待改正的行已写入 \(quarantineFile)")
            lines.append("  → 改正后：xubao upload \(quarantineFile) --insurer \(insurer)")
        }
        if document.rowsOmitted > 0 { lines.append("另有 \(document.rowsOmitted) 行未逐条列出，均已留存") }
        return lines.joined(separator: "\n") + "\n"
    }

    private func flagLines() -> [String] {
        var counts: [String: Int] = [:]
        for row in document.rows { for flag in row.flags { counts[flag, default: 0] += 1 } }
        return counts.sorted { $0.key < $1.key }.compactMap { name, count in
            Flag(rawValue: name).map { "疑点 \(count) 条：\(AnswerTexts.flag($0, in: .chinese))" }
        }
    }

    private func faultLines(_ rows: [Document.Row], _ faults: KeyPath<Document.Row, [Document.Fault]>) -> [String] {
        var lines = rows.prefix(Self.mostShown).flatMap { row in
            row[keyPath: faults].map { fault in
                let column = fault.column.map { " \($0)" } ?? ""
                let proposal = fault.proposal.map { "（是否应为 \($0)）" } ?? ""
                // A fault found while the rows were being taken apart names its line itself.
                let place = fault.message.hasPrefix("第 \(row.line) 行") ? "" : "第 \(row.line) 行\(column)："
                return "\(place)\(fault.message)\(proposal)"
            }
        }
        if rows.count > Self.mostShown { lines.append("……另有 \(rows.count - Self.mostShown) 行") }
        return lines
    }

    /// Writes the quarantined rows, as they were sent and in their encoding, with line and reason; the path, or `nil`
    /// when there are none.
    func writeQuarantine(beside path: String) throws -> String? {
        let rows = document.rows.filter { $0.status == "quarantined" && $0.bytes.count == 2 }
        guard !rows.isEmpty, path != "-", let handle = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? handle.close() }
        func read(_ range: [Int]) throws -> [UInt8] {
            try handle.seek(toOffset: UInt64(range[0]))
            return Array(try handle.read(upToCount: max(0, range[1] - range[0])) ?? Data())
        }
        let isCSV = document.format != "ndjson"
        let mark = try read([0, 3]) == [0xEF, 0xBB, 0xBF] ? [0xEF, 0xBB, 0xBF] as [UInt8] : []
        let file = QuarantineFile(
            format: isCSV ? .csv : .ndjson, encoding: document.encoding.flatMap { TextEncoding(rawValue: $0) } ?? .utf8,
            header: try document.header.map(read) ?? [], byteOrderMark: mark)
        let content = try rows.reduce(into: file.opening) { content, row in
            content += file.row(try read(row.bytes), line: row.line, faults: row.faults.map(\.value))
        }
        let base =
            path.split(separator: ".").count > 1 ? String(path[..<(path.lastIndex(of: ".") ?? path.endIndex)]) : path
        let target = base + (isCSV ? ".quarantine.csv" : ".quarantine.ndjson")
        guard
            FileManager.default.createFile(
                atPath: target, contents: Data(content), attributes: [.posixPermissions: 0o600])
        else { throw CommandFailure.system("不能写 \(target)", next: "检查目录权限；待改正的行也已留存在登记库中") }
        return target
    }
}
