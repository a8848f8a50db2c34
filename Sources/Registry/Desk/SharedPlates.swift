import Regulation

/// Enters vehicles of shared plates under plate and VIN suffix together, so that a question that shows both is led to
/// its vehicle without looking through the others.
///
/// Only a plate that is shared has these entries; ordinary records pay nothing for them. They are made when a plate is
/// first seen to be shared, out of everything its vehicles' entries ever said, and kept up from then on.
struct SharedPlates {
    let hasher: KeyedHasher

    /// The file as it is now. What it was before is entered already, or is found in its entries.
    func enter(_ file: VehicleFile, as id: FileID, in store: some RegistryTransaction) throws {
        for plate in Set(file.plateStatements.map(\.plate)).sorted() {
            guard try store.files(at: hasher.key(of: plate), atMost: SharedName.most) == nil else { continue }
            if try store.files(at: hasher.key(ofShared: plate)).isEmpty {
                try enterAll(of: plate, marking: id, in: store)
            }
            if let vin = file.vin { try store.enter([hasher.key(of: plate, shownBy: vin.suffix)], for: id) }
        }
    }

    private func enterAll(of plate: PlateNumber, marking id: FileID, in store: some RegistryTransaction) throws {
        var seen: Set<FileID> = []
        for entered in try store.files(at: hasher.key(of: plate)) {
            let current = try OpenFile.current(entered, in: store)
            guard seen.insert(current).inserted else { continue }
            for suffix in try suffixes(of: try store.file(current), in: store) {
                try store.enter([hasher.key(of: plate, shownBy: suffix)], for: current)
            }
        }
        try store.enter([hasher.key(ofShared: plate)], for: id)
    }

    /// Of every VIN that was ever said of the vehicle: an earlier knowledge may have it by another.
    private func suffixes(of file: VehicleFile, in store: some RegistryTransaction) throws -> [String] {
        let said = try OpenFile.entries(file.entries, in: store).compactMap { $0.content.values[.vin] }
        return Set((said.compactMap { VIN(canonical: $0) } + [file.vin].compactMap { $0 }).map(\.suffix)).sorted()
    }
}
