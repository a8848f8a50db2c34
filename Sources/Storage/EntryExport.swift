import GRDB
import Registry
import Regulation
import TransparencyLog

/// Writes entries out, one JSON document a line, each checked against its leaf on the way. What identifies vehicles and
/// persons is left out unless it is asked for.
package struct EntryExport {
    package struct Scope: Sendable {
        package var from: Int64 = 0
        package var showsVehicles = false
        package var showsPersons = false

        package init() {}
    }

    /// Entries in one state of the database; between them nobody's log is held up.
    private static let together: Int64 = 4096

    /// From one entry to the last there is now; how many. Takes no lock. Throws a `Divergence` at the first that is not
    /// as it was committed to.
    package static func run(
        path: String, masterKeyPath: String?, _ scope: Scope, progress: (_ done: Int64, _ of: Int64) -> Void,
        write: ([UInt8]) throws -> Void
    ) throws -> Int64 {
        let view = try RegistryView(path: path, masterKeyPath: masterKeyPath)
        let end = try view.look { try StoredRows($0, keys: $1, sealer: view.sealer).entryCount() }
        var next = max(0, scope.from)
        while next < end {
            let until = min(end, next + together)
            let lines = try view.look { registry, keys in
                let rows = try StoredRows(registry, keys: keys, sealer: view.sealer)
                return try (next..<until).flatMap { index in
                    guard let stored = try rows.entry(index) else { throw Divergence.entryMissing(index) }
                    return try line(stored, rows, view.check, scope)
                }
            }
            try write(lines)
            next = until
            progress(next, end)
        }
        return max(0, end - max(0, scope.from))
    }

    private static func line(_ stored: StoredEntry, _ rows: StoredRows, _ check: FileCheck, _ scope: Scope) throws
        -> [UInt8]
    {
        let entry = try check.entry(stored)
        let persons = scope.showsPersons ? try personalValues(of: stored, entry, rows, check) : [:]
        var writer = JSONWriter(capacity: 1024)
        writer.object { writer in
            writer.member("entryId", entry.id.text)
            writer.member("index", entry.index)
            writer.member("committedAt", entry.committedAt.text)
            writer.member("leafHash", entry.leaf.hash.hex)
            writer.member("file", stored.file?.number)
            writer.member(
                "values",
                object: { writer in
                    for element in entry.content.values.elements
                    where scope.showsVehicles || element.field.protection != .vehicle {
                        writer.member(named: element.field.names.english, element.text)
                    }
                    for (field, value) in persons.sorted(by: { $0.key < $1.key }) {
                        writer.member(named: field.names.english, value)
                    }
                })
            writer.member(
                "annotations",
                object: { writer in
                    for (annotation, text) in entry.content.annotations
                    where scope.showsVehicles || annotation != .ignored {
                        writer.member(named: "\(annotation)", text)
                    }
                })
            writer.member(
                "personal",
                array: { writer in
                    for one in entry.content.personal { writer.value(one.field.names.english) }
                })
        }
        return writer.bytes + [0x0A]
    }

    /// Those whose key is still there; `nil` in the place of one that was erased.
    private static func personalValues(
        of stored: StoredEntry, _ entry: Entry, _ rows: StoredRows, _ check: FileCheck
    ) throws -> [Field: String?] {
        let sealed = stored.personal.flatMap { SealedPersonalValues.decode($0) } ?? []
        let keys = try rows.keys(of: [stored])
        var values: [Field: String?] = [:]
        for one in entry.content.personal { values[one.field] = .some(nil) }
        for part in sealed {
            guard case .there(let key) = check.key(part.keyNumber, among: keys), !part.bytes.isEmpty else { continue }
            guard let opened = PersonalValuesCheck.values(part.bytes, key: key, seed: entry.content.seed) else {
                throw Divergence.personalValuesDiffer(stored.position)
            }
            for (field, text) in opened { values[field] = text }
        }
        return values
    }
}
