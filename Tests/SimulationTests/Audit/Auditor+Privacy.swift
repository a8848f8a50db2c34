import Crypto
import Foundation
import RegistryModel

@testable import Registry

extension Auditor {
    /// No person's values are stored but under that person's own key, not even within what the rim seals; no plate and
    /// no VIN outside what it seals.
    func checkPrivacy(_ entries: [Entry], of store: SimulatedStore) throws -> [String] {
        var faults: [String] = []
        func look(for canaries: [String], in bytes: [UInt8], _ place: String) {
            let data = Data(bytes)
            for canary in canaries where data.range(of: Data(canary.utf8)) != nil {
                faults.append("\(place) holds a value that belongs under a key")
            }
        }
        for (key, bytes) in store.disk.rows.sorted(by: { $0.key < $1.key }) {
            look(for: Persons.canaries + Persons.vehicles, in: Array(key.name.utf8) + bytes, "row \(key)")
            if key.table == .folds, let row = try store.row(key, as: FoldRow.self) {
                look(for: Persons.canaries, in: try store.opened(row.sealed, at: key), "fold \(key.name)")
            }
        }
        for entry in entries { look(for: Persons.canaries, in: entry.content.canonicalBytes, "entry \(entry.index)") }
        for (request, answered) in truth.requests.sorted(by: { $0.key < $1.key }) {
            look(for: Persons.canaries + Persons.vehicles, in: answered.reply, "the answer to \(request)")
        }
        return faults
    }

    /// What is kept under a person's key is what the entry committed to.
    func checkPersonal(_ entries: [Entry], of store: SimulatedStore) throws -> [String] {
        try entries.compactMap { entry in
            let row = try store.row(RowKey(.entries, entry.index), as: EntryRow.self)
            var opened: [EntryContent.PersonalCommitment] = []
            for values in row?.personal ?? [] {
                let key = try FixedPersonKeys().key(of: LookupKey(values.keyNumber))
                let box = try AES.GCM.SealedBox(combined: values.bytes)
                let plain = try AES.GCM.open(
                    box, using: SymmetricKey(data: key.bytes), authenticating: entry.content.seed)
                var reader = ByteReader(Array(plain))
                while let field = reader.byte().flatMap({ Field(rawValue: $0) }), let text = reader.text(longest: 1000)
                {
                    let commitment = FieldCommitment.personal(
                        key: key.bytes, seed: entry.content.seed, field: field, value: text)
                    opened.append(.init(field: field, commitment: commitment))
                }
            }
            let isWhole = opened.sorted { $0.field < $1.field } == entry.content.personal
            return isWhole ? nil : "entry \(entry.index) commits to other personal values than are kept"
        }
    }
}
