/// The first row of a CSV file: which column holds which field.
package struct CSVHeader: Equatable, Sendable {
    struct Column: Equatable, Sendable {
        let field: Field
        /// From 0.
        let position: Int
    }

    /// By field, so that a record's values come in field order.
    let columns: [Column]
    let columnCount: Int
    /// Columns whose names mean nothing to us, as written.
    package let unknown: [String]

    init(_ names: [String]) throws(FileFault) {
        var columns: [Column] = []
        var unknown: [String] = []
        for (position, name) in names.enumerated() {
            switch ColumnName(name) {
            case .field(let field):
                if columns.contains(where: { $0.field == field }) { throw .columnRepeated(field) }
                columns.append(Column(field: field, position: position))
            case .ours: break
            case .unknown(let name): if !name.isEmpty { unknown.append(name) }
            }
        }
        guard !columns.isEmpty else { throw Self.isSeparatedOtherwise(names) ? .separatorUnexpected : .headerMissing }
        guard columns.contains(where: { $0.field == .policyNumber || $0.field == .corrects }) else {
            throw .columnMissing(.policyNumber)
        }
        self.columns = columns.sorted { $0.field < $1.field }
        self.unknown = unknown
        columnCount = names.count
    }

    /// Whether semicolons or tabs stand between names we know.
    private static func isSeparatedOtherwise(_ names: [String]) -> Bool {
        for separator in [";", "\t", "|", "；", "，"] as [Character] {
            let parts = names.flatMap { $0.split(separator: separator) }
            let isKnown = parts.contains { part in
                if case .field = ColumnName(String(part)) { true } else { false }
            }
            if parts.count > names.count, isKnown { return true }
        }
        return false
    }
}
