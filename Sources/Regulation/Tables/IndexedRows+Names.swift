/// Tables whose rows are named after a closed list.
extension IndexedRows {
    init<Name: CaseIterable & RawRepresentable>(_ document: TableDocument<Value>, names: Name.Type)
    where Name.RawValue == String {
        let order = Self.order(of: names)
        self.init(document, places: order.count) { order[$0] }
    }

    /// The row of the name and what it says; a row that is not there is a refusal that names it.
    func entry<Name: CaseIterable & RawRepresentable>(
        _ name: Name, on date: CivilDate
    ) throws(Refusal) -> (row: TableRow<Value>, value: Value) where Name.RawValue == String {
        let place = Name.allCases.firstIndex { $0.rawValue == name.rawValue }
            .map { Name.allCases.distance(from: Name.allCases.startIndex, to: $0) }
        let position = try known(place ?? -1, name.rawValue, on: date)
        guard let value = rows[position].value else {
            throw Refusal(.tableNotEncoded(table, row: name.rawValue, on: date))
        }
        return (rows[position], value)
    }

    private static func order<Name: CaseIterable & RawRepresentable>(of names: Name.Type) -> [String: Int]
    where Name.RawValue == String {
        Dictionary(zip(Name.allCases.map(\.rawValue), 0...)) { first, _ in first }
    }
}

extension Sentence {
    /// What a row of such a table must be called.
    static func nameWanted<Name: CaseIterable & RawRepresentable>(_ names: Name.Type) -> Sentence
    where Name.RawValue == String {
        let list = Name.allCases.map(\.rawValue).joined(separator: ", ")
        return Sentence("行名应为下列之一：\(list)", "the name is one of: \(list)")
    }
}
