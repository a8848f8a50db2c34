/// One table as `LawTables` holds it, whatever its values are.
struct TableSlot: Sendable {
    let name: TableName
    /// Takes in an operator's document.
    let merge: @Sendable (inout LawTables, [UInt8]) throws(Refusal) -> Void
    let describe: @Sendable (LawTables) -> [RowDescription]

    init<Table: LawTable>(_ path: any WritableKeyPath<LawTables, Table> & Sendable) {
        name = Table.name
        merge = { (tables: inout LawTables, bytes: [UInt8]) throws(Refusal) in
            let added = try OperatorDocument<Table>.read(bytes)
            let rows = OperatorDocument<Table>.merge(added, into: tables[keyPath: path].rows)
            tables[keyPath: path] = try Table(TableDocument(table: Table.name, rows: rows))
        }
        describe = { tables in
            tables[keyPath: path].rows.map { row in
                RowDescription(row, of: Table.name, says: row.value.map(Table.describe))
            }
        }
    }
}
