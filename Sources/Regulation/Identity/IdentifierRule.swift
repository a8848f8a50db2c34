/// Reads identifiers and says all that is wrong or odd with them (GA 36-2018, GA/T 16.7-2012, GB 16735-2019,
/// GB 32100-2015, GB 11643-1999): faults refuse, oddities warn, lossless repairs are made and listed.
public enum IdentifierRule {
    /// Refuses with the faults of all identifiers together; no message holds what was read.
    public static func identify(
        _ request: IdentifierRequest, _ remarks: inout Remarks
    ) throws(Refusal) -> IdentifierResult {
        var reader = Reader()
        let category = reader.take(request.plateCategory, at: "plateCategory", PlateCategory.read)
        let plate = reader.take(request.plate, at: "plate") { PlateNumber.read($0, category: category) }
        let vin = reader.take(
            request.vin, at: "vin", request.origin == .upload ? VIN.readLenient : { VIN.read($0) })
        let code = reader.take(request.socialCreditCode, at: "uscc", UnifiedSocialCreditCode.read)
        let resident = reader.take(request.residentNumber, at: "idCard") { ResidentNumber.read($0) }
        if !reader.hasAny { reader.objections.add(nothingGiven) }
        guard reader.objections.isEmpty else { throw reader.objections.refusal }
        for warning in reader.warnings { remarks.warn(warning) }
        return IdentifierResult(
            plate: plate, plateCategory: category, vin: vin, socialCreditCode: code, residentNumber: resident,
            repairs: reader.repairs)
    }

    /// Gathers what the readings of the fields find.
    private struct Reader {
        var objections = Objections()
        var warnings: [Finding] = []
        var repairs: [IdentifierResult.Repair] = []
        var hasAny = false

        mutating func take<Value: Sendable>(
            _ text: String?, at path: String, _ read: (String) -> Reading<Value>
        ) -> Value? {
            guard let text else { return nil }
            hasAny = true
            let reading = read(text)
            for fault in reading.faults { objections.add(IdentifierRule.placed(fault, at: path)) }
            warnings += reading.warnings.map { IdentifierRule.placed($0, at: path) }
            repairs += reading.repairs.map { IdentifierResult.Repair(path: path, repair: $0) }
            return reading.value
        }
    }

    /// A plate's reader finds oddities of its category too, and names that path itself.
    private static func placed(_ finding: Finding, at path: String) -> Finding {
        Finding(
            code: finding.code, message: finding.message, english: IdentifierEnglish.sentence(of: finding.code),
            path: finding.path ?? path, citation: finding.citation)
    }

    private static let nothingGiven = Finding(
        code: "missing", message: "没有给出任何号码，请至少填写一项：plate、plateCategory、vin、uscc、idCard。",
        english: "No identifier is given: state at least one of plate, plateCategory, vin, uscc, idCard.",
        path: "plate")
}
