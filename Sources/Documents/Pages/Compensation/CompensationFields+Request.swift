package import Registry
package import Regulation

extension CompensationFields {
    /// The question the form asks, and what of it cannot be read. Rows left blank are not there.
    package func request(in language: Language) -> (request: CompensationRequest, faults: [LawFormFault]) {
        var faults: [LawFormFault] = []
        let date = CivilDate(date)
        if date == nil {
            faults.append(
                LawFormFault("date", self.date.isEmpty ? PremiumTexts.dateMissing : PremiumTexts.dateForm))
        }
        var request = CompensationRequest(
            accidentAt: date.flatMap { Instant(shanghai: $0, hour: 12) }, vehicles: [], allAgreed: agreed == "1")
        for place in askedVehicles {
            let vehicle = vehicles[place]
            request.vehicles.append(
                CompensationRequest.Vehicle(
                    id: AccidentNames.vehicle(place, in: language), atFault: Self.fault(vehicle.fault),
                    insured: vehicle.uninsured != "1", damage: amount(vehicle.damage, "damage\(place + 1)", &faults),
                    cause: ExclusionCause(rawValue: vehicle.cause)))
        }
        for place in askedVictims {
            let victim = victims[place]
            request.victims.append(
                CompensationRequest.Victim(
                    id: AccidentNames.victim(place, in: language), aboard: vehicleName(victim.aboard, language),
                    medical: amount(victim.medical, "medical\(place + 1)", &faults),
                    deathDisability: amount(victim.disability, "disability\(place + 1)", &faults),
                    intentional: victim.intentional == "1"))
        }
        if !property.isEmpty {
            let loss = amount(property, "property", &faults)
            request.outsideProperty = [.init(id: AccidentNames.property(in: language), loss: loss)]
        }
        if !rescue.isEmpty { request.rescueCost = amount(rescue, "rescue", &faults) }
        return (request, faults)
    }

    /// What the law refuses, each at the input it is about, beside what could not be read; none twice.
    package func faults(of refusal: Refusal, besides unread: [LawFormFault]) -> [LawFormFault] {
        var faults = unread
        for finding in refusal.findings {
            let anchor = anchor(of: finding.path ?? "")
            guard !faults.contains(where: { $0.anchor == anchor }) else { continue }
            let isFault = anchor.hasPrefix("fault") && finding.code == "missing"
            faults.append(
                isFault ? LawFormFault(anchor, CompensationTexts.faultMissing) : LawFormFault(anchor, finding))
        }
        let order = anchors
        return order.flatMap { anchor in faults.filter { $0.anchor == anchor } }
            + faults.filter { !order.contains($0.anchor) }
    }

    /// The first vehicle always; others when anything was said of them.
    private var askedVehicles: [Int] { vehicles.indices.filter { $0 == 0 || !vehicles[$0].isBlank } }
    private var askedVictims: [Int] { victims.indices.filter { !victims[$0].isBlank } }

    private static func fault(_ text: String) -> Bool? { text == "yes" ? true : text == "no" ? false : nil }

    /// A field left empty is no loss.
    private func amount(_ text: String, _ anchor: String, _ faults: inout [LawFormFault]) -> Amount? {
        if text.isEmpty { return .zero }
        if let amount = FormNumber.amount(text) { return amount }
        faults.append(LawFormFault(anchor, CompensationTexts.amountForm))
        return nil
    }

    private func vehicleName(_ number: String, _ language: Language) -> String? {
        guard let number = FormNumber.whole(number), vehicles.indices.contains(number - 1) else { return nil }
        return AccidentNames.vehicle(number - 1, in: language)
    }

    private var anchors: [String] {
        var anchors = ["date"]
        for number in 1...vehicles.count { anchors += ["fault\(number)-yes", "damage\(number)"] }
        for number in victims.indices.map({ $0 + 1 }) {
            anchors += ["aboard\(number)", "medical\(number)", "disability\(number)"]
        }
        return anchors + ["property", "rescue"]
    }

    /// `vehicles[0].damage` → `damage1`; places among the rows asked about become places in the form.
    private func anchor(of path: String) -> String {
        let parts = path.split { "[].".contains($0) }
        let place = parts.count > 1 ? Int(parts[1]) : nil
        switch (parts.first, parts.last) {
        case ("vehicles", let member):
            let number = place.flatMap { askedVehicles.indices.contains($0) ? askedVehicles[$0] + 1 : nil } ?? 1
            return member == "damage" ? "damage\(number)" : "fault\(number)-yes"
        case ("victims", let member):
            let number = place.flatMap { askedVictims.indices.contains($0) ? askedVictims[$0] + 1 : nil } ?? 1
            return switch member {
            case "aboard": "aboard\(number)"
            case "deathDisability": "disability\(number)"
            default: "medical\(number)"
            }
        case ("outsideProperty", _): return "property"
        case ("rescueCost", _): return "rescue"
        default: return "date"
        }
    }
}
