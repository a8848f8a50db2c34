/// A value of a row as a backup holds it.
enum BackupValue: Equatable {
    case null
    case number(Int64)
    case text(String)
    case bytes([UInt8])

    var number: Int64? { if case .number(let value) = self { value } else { nil } }
    var text: String? { if case .text(let value) = self { value } else { nil } }
    var bytes: [UInt8]? { if case .bytes(let value) = self { value } else { nil } }
}
