extension EntryContent {
    /// In the place of fields' names: the whole record that was kept in quarantine.
    static let wholeRecord = "record"

    /// That values beside an entry were erased; the registry's own doing. `nil` stands for a whole record.
    static func erasure(of fields: [Field]?, beside target: EntryID, insurer: String, seed: [UInt8]) -> EntryContent {
        var values = FieldValues()
        values[.event] = Event.erasure.rawValue
        values[.insurer] = insurer
        var content = EntryContent(values: values, seed: seed)
        content[.target] = target.text
        content[.erased] = fields.map { $0.map(\.names.english).joined(separator: ",") } ?? wholeRecord
        return content
    }

    /// The fields that an erasure names; none for one of a whole record.
    package var erasedFields: [Field] { Self.erasedFields(self[.erased] ?? "") }

    /// Whether this is the erasure of a record in quarantine.
    package var erasesRecord: Bool { self[.erased] == Self.wholeRecord }

    static func erasedFields(_ text: String) -> [Field] {
        text.split(separator: ",").compactMap { name in
            Field.allCases.first { $0.protection == .person && $0.names.english == name }
        }
    }
}
