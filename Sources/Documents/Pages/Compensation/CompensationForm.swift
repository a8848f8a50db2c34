import Registry
import Regulation

/// The form on an accident as the template `compensation` takes it: a group of inputs for each vehicle and person, what
/// was typed, and each fault beside its input.
struct CompensationForm {
    private let fields: CompensationFields
    private let faults: [LawFormFault]
    private let added: CompensationFields.RowAction?
    private let language: Language

    init(_ model: CompensationModel) {
        fields = model.fields
        faults = model.faults
        added = model.added
        language = model.chrome.language
    }

    func values() -> Values {
        [
            "faults": summary,
            "date": fields.date, "dateFault": fault("date"),
            "vehicleCount": fields.vehicles.count, "victimCount": fields.victims.count,
            "vehicles": fields.vehicles.indices.map(vehicle),
            "victims": fields.victims.indices.map(victim),
            "mayAddVehicle": fields.vehicles.count < CompensationFields.most,
            "mayAddVictim": fields.victims.count < CompensationFields.most,
            "property": fields.property, "propertyFault": fault("property"),
            "rescue": fields.rescue, "rescueFault": fault("rescue"),
            "agreedOn": fields.agreed == "1",
            "moreOpen": !fields.property.isEmpty || !fields.rescue.isEmpty || !fields.agreed.isEmpty,
            "inputs": fields.inputs.map { ["name": $0.name, "value": $0.value] as Values },
        ]
    }

    /// The same fault may befall several rows: in the summary each says whose it is.
    private var summary: Values? {
        let named = faults.map { fault in
            let digits = fault.anchor.filter { $0.isASCII && $0.isNumber }
            guard let number = Int(digits) else { return fault }
            let isPerson = ["aboard", "medical", "disability"].contains { fault.anchor.hasPrefix($0) }
            let name: (Language) -> String = {
                isPerson ? AccidentNames.victim(number - 1, in: $0) : AccidentNames.vehicle(number - 1, in: $0)
            }
            return LawFormFault(
                fault.anchor,
                Phrase("\(name(.chinese))：\(fault.chinese)", "\(name(.english)): \(fault.english)"))
        }
        return LawDerivation.faults(named, in: language)
    }

    private func fault(_ anchor: String) -> String? { LawDerivation.fault(at: anchor, faults, in: language) }

    private func vehicle(_ place: Int) -> Values {
        let (vehicle, number) = (fields.vehicles[place], place + 1)
        let causes: [Values] = ExclusionCause.allCases.map {
            [
                "code": $0.rawValue, "name": Self.title(of: $0).text(in: language),
                "chosen": $0.rawValue == vehicle.cause,
            ]
        }
        return [
            "number": number, "name": AccidentNames.vehicle(place, in: language),
            "yes": vehicle.fault == "yes", "no": vehicle.fault == "no", "faultFault": fault("fault\(number)-yes"),
            "damage": vehicle.damage, "damageFault": fault("damage\(number)"),
            "uninsured": vehicle.uninsured == "1", "causes": causes,
            "isSpecial": !vehicle.uninsured.isEmpty || !vehicle.cause.isEmpty,
            "mayGo": fields.vehicles.count > 1,
            "isNew": added == .addVehicle && number == fields.vehicles.count,
        ]
    }

    private func victim(_ place: Int) -> Values {
        let (victim, number) = (fields.victims[place], place + 1)
        let places: [Values] = fields.vehicles.indices.map {
            let name = AccidentNames.vehicle($0, in: language)
            return [
                "code": $0 + 1, "name": Phrase("在 \(name)上", "Aboard \(name)").text(in: language),
                "chosen": victim.aboard == "\($0 + 1)",
            ]
        }
        return [
            "number": number, "name": AccidentNames.victim(place, in: language), "places": places,
            "aboardFault": fault("aboard\(number)"),
            "medical": victim.medical, "medicalFault": fault("medical\(number)"),
            "disability": victim.disability, "disabilityFault": fault("disability\(number)"),
            "intentional": victim.intentional == "1",
            "isNew": added == .addVictim && number == fields.victims.count,
        ]
    }

    private static func title(of cause: ExclusionCause) -> Phrase {
        switch cause {
        case .unlicensed: Phrase("没有驾驶资格", "Without a licence")
        case .drunk: Phrase("醉酒驾驶", "Drunk")
        case .stolen: Phrase("车被盗抢期间出的事故", "The vehicle had been stolen")
        case .insuredIntentional: Phrase("被保险人故意制造事故", "The insured meant the accident to happen")
        }
    }
}
