import Registry
package import Regulation

extension PremiumFields {
    /// What the law refuses, each at the input it is about, beside what could not be read; none twice, in the order of
    /// the form.
    package func faults(of refusal: Refusal, besides unread: [LawFormFault]) -> [LawFormFault] {
        var faults = unread
        for finding in refusal.findings {
            let anchor = anchor(of: finding)
            // An input that could not be read is not missing as well.
            guard !faults.contains(where: { $0.anchor == anchor }) else { continue }
            faults.append(LawFormFault(anchor, finding))
        }
        let order = PremiumField.allCases.map { $0 == .record ? recordAnchor : $0.rawValue }
        return order.flatMap { anchor in faults.filter { $0.anchor == anchor } }
    }

    private func anchor(of finding: Finding) -> String {
        let path = finding.path ?? ""
        if path.hasPrefix("history") { return recordAnchor }
        let field: PremiumField =
            switch path {
            case "vehicle.ratedPassengers": .seats
            case "vehicle.ratedLoadKg": .load
            case "vehicle.quasiTractionMassKg": .traction
            case "vehicle.specialClass": .special
            case "vehicle.displacementML": .displacement
            case "vehicle.motorcycleKind": .electric
            case "vehicle.tractorKind": .tractor
            case "vehicle.powerKW": .power
            case "region": .region
            case "appliedAt": .applied
            case "start": .start
            case "end": self[.term].isEmpty ? .start : .end
            case "shortTerm": .term
            case _ where path.hasPrefix("tractorPremiums") || path.hasPrefix("floating"): .region
            case _ where path.contains("/"): .start
            default: .kind
            }
        return field.rawValue
    }
}
