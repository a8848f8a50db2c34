extension VehicleFile {
    /// Those of a report's keys under which this file is not found yet.
    func newKeys(of submission: Submission, among keys: PreparedSubmission.Keys) -> [LookupKey] {
        var result: [LookupKey] = []
        if let key = keys.vin, vin != submission.vin { result.append(key) }
        if let key = keys.engine, engineNumber != submission.engineNumber { result.append(key) }
        if let key = keys.plate, !plateStatements.contains(where: { $0.plate == submission.plate }) {
            result.append(key)
        }
        if let key = keys.newPlate, !plateStatements.contains(where: { $0.plate == submission.newPlate }) {
            result.append(key)
        }
        if let key = keys.policy, !knows(policyNumber: submission.policyNumber, of: submission.insurer) {
            result.append(key)
        }
        return result
    }

    private func knows(policyNumber: String, of insurer: InsurerCode) -> Bool {
        policies.contains { $0.insurer == insurer && $0.number == policyNumber }
            || proposals.contains { $0.insurer == insurer && $0.number == policyNumber }
    }
}
