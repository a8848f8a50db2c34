import RegistryModel
import Regulation

@testable import Registry

extension Auditor {
    /// Every fold is the fold of its entries, every entry lies in one file, and the file is found by all its names.
    func checkFiles(_ entries: [Entry], in store: SimulatedStore) throws -> [String] {
        var faults: [String] = []
        var lies: [Int64: FileID] = [:]
        let known = Dictionary(uniqueKeysWithValues: entries.map { ($0.index, $0) })
        for (id, file) in try store.livingFiles {
            if VehicleFile(folding: file.entries.compactMap { known[$0] }, merges: file.merges) != file {
                faults.append("file \(id.number) is not the fold of its entries")
            }
            for index in file.entries {
                if lies.updateValue(id, forKey: index) != nil { faults.append("entry \(index) lies in two files") }
            }
            for key in names(of: file) where try !store.vehicleFiles(at: key).contains(where: { $0.id == id }) {
                faults.append("file \(id.number) is not found by all its names")
            }
        }
        for entry in entries {
            let file = try store.file(ofEntry: entry.index).map { try OpenFile.current($0, in: store) }
            if file != lies[entry.index] { faults.append("entry \(entry.index) lies in no file, or another") }
        }
        return faults
    }

    private func names(of file: VehicleFile) -> [LookupKey] {
        let contracts =
            file.policies.map { hasher.key(ofPolicy: $0.number, insurer: $0.insurer) }
            + file.proposals.map { hasher.key(ofPolicy: $0.number, insurer: $0.insurer) }
        let vehicle = [file.vin.map { hasher.key(of: $0) }, file.engineNumber.map { hasher.key(of: $0) }]
        return contracts + vehicle.compactMap(\.self) + file.plateStatements.map { hasher.key(of: $0.plate) }
    }

    /// Counts, watermarks and numbers passed over are what came.
    func checkCounts(of store: SimulatedStore) throws -> [String] {
        var faults: [String] = []
        for name in Story.insurers {
            let expected = truth.insurers[name] ?? Truth.Insurer()
            guard let feed = store.feed.insurers[insurer(name)] else {
                faults.append("\(name) is not known")
                continue
            }
            var numbers = SequenceLedger()
            for number in expected.numbers.sorted() { numbers.insert(number) }
            if feed.sequences != numbers { faults.append("\(name) has other numbers: \(feed.sequences.stretches)") }
            if feed.accepted != expected.accepted { faults.append("\(name): \(feed.accepted) taken in") }
            if feed.reportedThrough != expected.watermark {
                let (kept, stated) = (feed.reportedThrough?.text ?? "-", expected.watermark?.text ?? "-")
                faults.append("\(name) reported through \(kept), stated \(stated)")
            }
            let open = truth.openQuarantine(of: name)
            if feed.openQuarantine != open {
                faults.append("\(name): \(feed.openQuarantine) in quarantine, not \(open)")
            }
            let unsettled = try store.disk.keys(.notes).filter { $0.name.hasPrefix("\(name)/") }
                .count { try store.row($0, as: NoteRow.self)?.isSettled == false }
            if unsettled != Int(open) { faults.append("\(name): \(unsettled) notes are open, not \(open)") }
        }
        return faults
    }

    /// What an idempotency key was answered stays, and so does what it was asked.
    func checkReplies(of store: SimulatedStore) throws -> [String] {
        try truth.requests.sorted { $0.key < $1.key }.compactMap { request, answered in
            let known = try store.remembered(request: hasher.key(.request, request))
            let isSame =
                known?.response == answered.reply && known?.digest == hasher.key(.record, bytes: answered.body)
            return isSame ? nil : "the answer to request \(request) is another"
        }
    }
}
