extension CoverageQuery {
    /// Reads one JSON document; throws for anything that is not a JSON object. Unknown members are left aside.
    package init(json: [UInt8]) throws(Problem) {
        let document: JSONValue
        do throws(JSONFault) { document = try JSONReader.value(of: json) } catch { throw Problem.invalidJSON }
        guard case .object(let members) = document else { throw Problem.invalidJSON }
        self.init()
        for member in members { take(member) }
    }

    private mutating func take(_ member: JSONValue.Member) {
        switch member.name {
        case "plate": takePlate(member.value)
        case "vinSuffix": vinSuffix = text(member.value, at: "vinSuffix")
        case "vin": vin = text(member.value, at: "vin")
        case "policyNumberSuffix": policyNumberSuffix = text(member.value, at: "policyNumberSuffix")
        case "on": on = text(member.value, at: "on")
        case "knownAt": knownAt = text(member.value, at: "knownAt")
        case "purpose": purpose = text(member.value, at: "purpose")
        default: break
        }
    }

    private mutating func takePlate(_ value: JSONValue) {
        if value == .null { return }
        guard case .object(let members) = value else { return misshapen.append("plate") }
        for member in members {
            switch member.name {
            case "number": plate = text(member.value, at: "plate.number")
            case "category": category = text(member.value, at: "plate.category")
            default: break
            }
        }
        // A plate without its number is an empty one, unless something else was meant to be there.
        if plate == nil, misshapen.isEmpty { plate = "" }
    }

    private mutating func text(_ value: JSONValue, at path: String) -> String? {
        switch value {
        case .text(let text): return text
        case .null: return nil
        case .flag, .number, .list, .object:
            misshapen.append(path)
            return nil
        }
    }
}
