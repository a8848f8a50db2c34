import Regulation

extension KeyedHasher {
    /// Every key a submission's vehicle and contract are found by.
    package func keys(of submission: Submission) -> PreparedSubmission.Keys {
        var keys = PreparedSubmission.Keys()
        keys.vin = submission.vin.map { key(of: $0) }
        keys.engine = submission.engineNumber.map { key(of: $0) }
        keys.plate = submission.plate.map { key(of: $0) }
        keys.newPlate = submission.newPlate.map { key(of: $0) }
        if !submission.policyNumber.isEmpty {
            keys.policy = key(ofPolicy: submission.policyNumber, insurer: submission.insurer)
        }
        return keys
    }

    /// The keys of numbers that a contract bore before it was entered anew.
    func keys(formerlyOf content: EntryContent) -> [LookupKey] {
        guard let insurer = content.values[.insurer].flatMap({ InsurerCode($0) }) else { return [] }
        return content.formerNumbers.map { key(ofPolicy: $0, insurer: insurer) }
    }

    /// Where vehicles of a shared plate are found by what proves them.
    func key(of plate: PlateNumber, shownBy suffix: String) -> LookupKey {
        key(.sharedPlate, "\(plate.text)/\(suffix)")
    }

    /// Set once every vehicle of a shared plate is entered under its proof.
    func key(ofShared plate: PlateNumber) -> LookupKey { key(.sharedPlate, plate.text) }

    /// The keys under which a quarantined record waits for its corrected form.
    func reviewKeys(insurer: InsurerCode, sequence: Int64?, policyNumber: String) -> [LookupKey] {
        var keys: [LookupKey] = []
        if let sequence { keys.append(key(.quarantine, "\(insurer.text)#\(sequence)")) }
        if !policyNumber.isEmpty { keys.append(key(.quarantine, "\(insurer.text)/\(policyNumber)")) }
        return keys
    }
}
