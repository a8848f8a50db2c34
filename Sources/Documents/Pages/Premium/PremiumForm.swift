import Registry
import Regulation

/// The form of the premium page as the template `premium` takes it: choices, what was typed, and each fault beside its
/// input.
struct PremiumForm {
    private let fields: PremiumFields
    private let faults: [LawFormFault]
    private let language: Language

    init(_ model: PremiumModel) {
        fields = model.fields
        faults = model.faults
        language = model.chrome.language
    }

    func values() -> Values {
        var values: Values = [
            "faults": LawDerivation.faults(faults, in: language),
            "groups": groups,
            "regions": regions,
            "records": DrivingRecord.allCases.map { option(.record, $0.rawValue, $0.title) },
            "recordAnchor": fields.recordAnchor,
            "recordFault": LawDerivation.fault(at: fields.recordAnchor, faults, in: language),
            "circumstances": PremiumCircumstance.allCases.map { option(.circumstance, $0.rawValue, $0.title) },
            "terms": ShortTermGround.allCases.map { option(.term, $0.rawValue, $0.title) },
            "specials": PremiumTexts.specialClasses.enumerated().map { option(.special, "\($0 + 1)", $1) },
            "electrics": MotorcycleKind.allCases.map { option(.electric, $0.rawValue, $0.title) },
            "tractors": TractorKind.allCases.map { option(.tractor, $0.rawValue, $0.title) },
            "sidecarOn": fields[.sidecar] == "1",
            "policeOn": fields[.police] == "1",
            "moreOpen": moreIsNeeded,
            "inputs": PremiumField.allCases.filter { !fields[$0].isEmpty }.map {
                ["name": $0.rawValue, "value": fields[$0]] as Values
            },
        ]
        for field in PremiumField.allCases where field != .record {
            values.set("\(field.rawValue)Value", to: fields[field])
            if let fault = LawDerivation.fault(at: field.rawValue, faults, in: language) {
                values.set("\(field.rawValue)Fault", to: fault)
            }
        }
        return values
    }

    /// What was filled in, or has to be put right, is never folded away.
    private var moreIsNeeded: Bool {
        [PremiumField.circumstance, .paid, .applied, .term, .end, .police].contains { field in
            !fields[field].isEmpty || faults.contains { $0.anchor == field.rawValue }
        }
    }

    private var groups: [Values] {
        VehicleChoice.groups.map { group in
            let choices: [Values] = group.choices.map { choice in
                option(.kind, choice.rawValue, choice.title).merging(["need": choice.need?.rawValue ?? "nothing"])
            }
            return ["title": group.title.text(in: language), "choices": choices]
        }
    }

    /// A city with a tariff of its own stands behind its province.
    private var regions: [Values] {
        Region.all.filter { $0.plateCharacter != nil }.map { region in
            let name = language == .chinese ? region.name : RegionNames.english(region)
            return ["code": region.code, "name": name, "chosen": fields[.region] == region.code]
        }
    }

    private func option(_ field: PremiumField, _ code: String, _ title: Phrase) -> Values {
        ["code": code, "name": title.text(in: language), "chosen": fields[field] == code]
    }

    private func option(_ field: PremiumField, _ code: String, _ title: Sentence) -> Values {
        ["code": code, "name": LawTypography.set(title, in: language), "chosen": fields[field] == code]
    }
}
