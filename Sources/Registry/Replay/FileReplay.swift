import Regulation

/// A vehicle's file made again from its entries: the fold, and every key that leads to it.
package struct FileReplay {
    /// An entry, and the file it was put in; another than this one where files were merged.
    package struct Placed: Sendable {
        package let entry: Entry
        package let file: FileID

        package init(entry: Entry, file: FileID) {
            self.entry = entry
            self.file = file
        }
    }

    package let file: VehicleFile
    /// Rising, each once.
    package private(set) var keys: [EnteredKey] = []

    /// Entries in log order, with those of the files that were merged into this one. `isShared` tells whether more
    /// files are entered under a key than can be one vehicle's.
    package init(
        _ placed: [Placed], merges: [FileMerge], hasher: KeyedHasher, isShared: (LookupKey) throws -> Bool
    ) rethrows {
        file = VehicleFile(folding: placed.map(\.entry), merges: merges)
        keys.reserveCapacity(placed.count * 5)
        var begun: Set<FileID> = []
        for (position, one) in placed.enumerated() {
            let isFirst = begun.insert(one.file).inserted
            switch one.entry.content.event {
            case .quarantine: enterNote(one, isFirst: isFirst, hasher)
            case .erasure: break
            case .correction where one.entry.content[.correctionID] == nil:
                enterCorrected(placed[...position], hasher)
            default:
                for key in hasher.keys(enteredBy: one.entry.content) { enter(key, one.file) }
            }
        }
        try enterShared(placed, hasher, isShared)
        keys.sort()
        var last: EnteredKey?
        keys.removeAll { key in
            defer { last = key }
            return key.key == last?.key && key.file == last?.file
        }
    }

    /// What `SharedPlates` enters, or may have entered when one of the VINs was the vehicle's.
    private mutating func enterShared(
        _ placed: [Placed], _ hasher: KeyedHasher, _ isShared: (LookupKey) throws -> Bool
    ) rethrows {
        let plates = try Set(file.plateStatements.map(\.plate)).filter { try isShared(hasher.key(of: $0)) }
        guard !plates.isEmpty else { return }
        let said = placed.compactMap { $0.entry.content.values[.vin] }.compactMap { VIN(canonical: $0) }
        let suffixes = Set((said + [file.vin].compactMap { $0 }).map(\.suffix))
        for file in Set(placed.map(\.file)) {
            for plate in plates {
                enter(hasher.key(ofShared: plate), file, isCertain: false)
                for suffix in suffixes { enter(hasher.key(of: plate, shownBy: suffix), file, isCertain: false) }
            }
        }
    }

    private mutating func enter(_ key: LookupKey, _ file: FileID, isCertain: Bool = true) {
        keys.append(EnteredKey(key: key, file: file, isCertain: isCertain))
    }

    /// A record under review is found by its own names. It leads to a vehicle where it lies in a vehicle's file; one
    /// that has a file to itself may be too many for the vehicle it names.
    private mutating func enterNote(_ placed: Placed, isFirst: Bool, _ hasher: KeyedHasher) {
        guard let marked = Submission(entry: placed.entry.content) else { return }
        let names = hasher.reviewKeys(
            insurer: marked.insurer, sequence: marked.sequence, policyNumber: marked.policyNumber)
        for key in names { enter(key, placed.file) }
        // The number that a record was sent with may stand in what it corrects alone.
        let hasNumber = placed.entry.content.values[.policyNumber] != nil
        for key in hasher.keys(of: marked).all { enter(key, placed.file, isCertain: !isFirst && hasNumber) }
    }

    /// The report as the last of these entries left it.
    private mutating func enterCorrected(_ placed: ArraySlice<Placed>, _ hasher: KeyedHasher) {
        guard let last = placed.last else { return }
        let effective = EffectiveReports(placed.map(\.entry))
        guard let root = effective.root(of: last.entry.index), let standing = effective.standing(root) else { return }
        for key in hasher.keys(of: standing).all { enter(key, last.file) }
    }
}
