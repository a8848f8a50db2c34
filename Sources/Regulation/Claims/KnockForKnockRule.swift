/// Whether each insurer may pay its own vehicle instead (互碰自赔), and how much — 2009 settlement rules.
///
/// Two or more vehicles, all insured and all at fault, damage to vehicles alone, each within the property limit, and
/// everybody agrees.
enum KnockForKnockRule {
    static func settlement<D: Derivation>(
        _ accident: Accident, _ limits: AccidentLimits, as derivation: D.Type
    ) -> KnockForKnock<D.Node> {
        let limit = limits.limit(for: .property, .atFault)
        let reasons = wholeAccident(accident) + accident.vehicles.flatMap { vehicle($0, limit.amount) }
        guard reasons.isEmpty else { return KnockForKnock(reasons: reasons, payments: []) }
        let payments = accident.vehicles.filter { $0.damage > .zero }.map { vehicle in
            CompensationPayment(
                from: vehicle.id, to: vehicle.id, item: .property, amount: vehicle.damage, heading: vehicle.heading,
                paidBy: vehicle.payer, recourse: false, node: D.node(figure(vehicle, limit)))
        }
        return KnockForKnock(reasons: [], payments: payments)
    }

    private static func wholeAccident(_ accident: Accident) -> [Finding] {
        var reasons: [Finding] = []
        // The rules are of 2009; there is no settlement by them for what happened before.
        if accident.date.year < 2009 {
            reasons.append(
                reason(
                    "beforeSettlementRules", "事故发生时互碰自赔办法尚未施行。", "The settlement rules are younger than the accident.",
                    "accidentAt"))
        }
        if accident.vehicles.count < 2 {
            reasons.append(
                reason(
                    "fewerThanTwoVehicles", "单车事故不适用互碰自赔。", "A single vehicle cannot settle knock for knock.",
                    "vehicles"))
        }
        if accident.victims.contains(where: { $0.medical > .zero || $0.deathDisability > .zero }) {
            reasons.append(reason("personInjured", "事故造成人员伤亡，不适用互碰自赔。", "Somebody was injured.", "victims"))
        }
        if accident.outsideProperty.contains(where: { $0.loss > .zero }) {
            reasons.append(
                reason(
                    "outsidePropertyDamaged", "事故造成车外财产损失，不适用互碰自赔。", "Things outside the vehicles were damaged.",
                    "outsideProperty"))
        }
        if !accident.allAgreed {
            reasons.append(reason("notAllAgreed", "各方未一致同意互碰自赔。", "Not all have agreed.", "allAgreed"))
        }
        return reasons
    }

    private static func vehicle(_ vehicle: Accident.Vehicle, _ limit: Amount) -> [Finding] {
        var reasons: [Finding] = []
        if !vehicle.insured {
            reasons.append(
                reason("vehicleUninsured", "该车未投保交强险。", "This vehicle is not insured.", "\(vehicle.path).insured"))
        }
        if !vehicle.atFault {
            reasons.append(
                reason(
                    "vehicleWithoutFault", "该车无责任；互碰自赔要求各方均有责任。",
                    "This vehicle is without fault; all must be at fault.", "\(vehicle.path).atFault"))
        }
        if vehicle.damage > limit {
            reasons.append(
                reason(
                    "damageOverLimit", "该车损失超过财产损失赔偿限额 \(limit.yuanText) 元。",
                    "The damage to this vehicle exceeds the property limit of \(limit.yuanText) yuan.",
                    "\(vehicle.path).damage"))
        }
        if vehicle.cause != nil {
            reasons.append(
                Finding(
                    code: "groundOfExclusion", message: "该车有免责事由，保险人不赔偿财产损失。",
                    english: "A ground of exclusion keeps this vehicle's insurer from paying property.",
                    path: "\(vehicle.path).cause", citation: .advance))
        }
        return reasons
    }

    private static func reason(_ code: String, _ chinese: String, _ english: String, _ path: String) -> Finding {
        Finding(code: code, message: chinese, english: english, path: path, citation: .knockForKnock)
    }

    private static func figure(_ vehicle: Accident.Vehicle, _ limit: LiabilityLimit) -> Figure {
        Figure(
            .knockForKnockPayment, .amount(vehicle.damage), .least, citation: .knockForKnock,
            inputs: [
                Figure(.vehicleDamage, .amount(vehicle.damage), .fact, path: "\(vehicle.path).damage"),
                Figure(
                    .liabilityLimit, .amount(limit.amount), .lookUp, citation: limit.row.citation,
                    status: limit.row.status),
            ], reason: Sentence("各保险人在财产损失赔偿限额内赔付本车损失。", "Each insurer pays its own vehicle within the property limit.")
        )
    }
}
