import GRDB
import Registry

/// Finds what is sealed under persons' keys, on one connection. Asked too seldom for statements to be kept.
struct StoredPlaces {
    let database: Database

    func beside(_ indexes: [Int64]) throws -> [SealedPlace] {
        let entries = try SQLiteStatement(
            database, "SELECT position, file, personal FROM entries WHERE shard = 0 AND position = ?")
        let records = try SQLiteStatement(
            database, Self.records + " WHERE quarantine.position = ?")
        var places: [SealedPlace] = []
        for index in indexes {
            entries.bind(1, index)
            try entries.rows { if let place = try Self.entry($0) { places.append(place) } }
            records.bind(1, index)
            try records.rows { if let place = Self.record($0) { places.append(place) } }
        }
        return places
    }

    func under(_ keys: Set<Int64>, from index: Int64) throws -> [SealedPlace] {
        var places: [SealedPlace] = []
        let entries = try SQLiteStatement(
            database,
            """
            SELECT position, file, personal FROM entries
            WHERE shard = 0 AND position >= ? AND personal IS NOT NULL ORDER BY position
            """)
        entries.bind(1, index)
        try entries.rows { row in
            guard let place = try Self.entry(row), !keys.isDisjoint(with: place.keys) else { return }
            places.append(place)
        }
        let records = try SQLiteStatement(
            database, Self.records + " WHERE quarantine.position >= ? ORDER BY quarantine.position")
        records.bind(1, index)
        try records.rows { row in
            guard let place = Self.record(row), !keys.isDisjoint(with: place.keys) else { return }
            places.append(place)
        }
        return places
    }

    /// Takes away what is sealed under a key at a place; that there was something stays.
    func empty(_ index: Int64, of key: Int64) throws {
        let select = try SQLiteStatement(database, "SELECT personal FROM entries WHERE shard = 0 AND position = ?")
        select.bind(1, index)
        var stored: [UInt8]?
        try select.rows { stored = $0.optionalBytes(0) }
        if let values = stored.flatMap({ SealedPersonalValues.decode($0) }) {
            let left = values.map { $0.keyNumber == key ? SealedPersonalValues(keyNumber: key, bytes: []) : $0 }
            let update = try SQLiteStatement(
                database, "UPDATE entries SET personal = ? WHERE shard = 0 AND position = ?")
            update.bind(1, SealedPersonalValues.encode(left))
            update.bind(2, index)
            try update.run()
        }
        let record = try SQLiteStatement(
            database, "UPDATE quarantine SET record = x'' WHERE position = ? AND key_number = ?")
        record.bind(1, index)
        record.bind(2, key)
        try record.run()
    }

    private static let records = """
        SELECT quarantine.position, entries.file, key_number FROM quarantine
        JOIN entries ON entries.shard = 0 AND entries.position = quarantine.position
        """

    private static func entry(_ row: borrowing SQLiteStatement.Row) throws -> SealedPlace? {
        guard let personal = row.optionalBytes(2) else { return nil }
        guard let keys = SealedPersonalValues.keyNumbers(personal) else {
            throw RegistryFault.entryDamaged(row.int(0))
        }
        return SealedPlace(
            index: row.int(0), file: row.optionalInt(1).map(FileID.init), keys: keys, isRecord: false)
    }

    private static func record(_ row: borrowing SQLiteStatement.Row) -> SealedPlace? {
        guard let key = row.optionalInt(2) else { return nil }
        return SealedPlace(
            index: row.int(0), file: row.optionalInt(1).map(FileID.init), keys: [key], isRecord: true)
    }
}
