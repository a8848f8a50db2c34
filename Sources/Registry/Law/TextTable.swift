/// Text in columns for a terminal, where Chinese characters are two columns wide.
package struct TextTable: Sendable {
    package enum Alignment: Sendable { case left, right }

    private let alignments: [Alignment]
    private var rows: [[String]] = []

    /// The last column is never padded.
    package init(_ alignments: [Alignment]) { self.alignments = alignments }

    /// Cells beyond the columns are left out; a row may be shorter.
    package mutating func add(_ row: [String]) { rows.append(Array(row.prefix(alignments.count))) }

    package var lines: [String] {
        let widths = alignments.indices.map { column in
            rows.map { $0.indices.contains(column) ? Self.width(of: $0[column]) : 0 }.max() ?? 0
        }
        return rows.map { row in
            let cells = row.indices.map { column in
                Self.padded(row[column], to: widths[column], alignments[column], isLast: column == row.count - 1)
            }
            return cells.joined(separator: "  ")
        }
    }

    private static func padded(_ text: String, to width: Int, _ alignment: Alignment, isLast: Bool) -> String {
        let padding = String(repeating: " ", count: max(0, width - Self.width(of: text)))
        switch alignment {
        case .right: return padding + text
        case .left: return isLast ? text : text + padding
        }
    }

    /// Columns on a terminal.
    package static func width(of text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + (isWide($1) ? 2 : 1) }
    }

    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            true
        default: false
        }
    }

    /// The text without characters that command a terminal or turn its writing round: some of what is printed was
    /// written by the asker.
    package static func harmless(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: commands) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.map { commands($0) ? "\u{FFFD}" : $0 }))
    }

    private static func commands(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
