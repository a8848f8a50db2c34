package import Regulation

/// What stands in the form on an accident, just as it was typed or chosen.
package struct CompensationFields: Sendable, Equatable {
    struct Vehicle: Sendable, Equatable {
        /// `yes`, `no`, or not said.
        var fault = ""
        var damage = ""
        var uninsured = ""
        var cause = ""

        var isBlank: Bool { self == Vehicle() }
    }

    struct Victim: Sendable, Equatable {
        /// The number of the vehicle, from 1; empty outside all of them.
        var aboard = ""
        var medical = ""
        var disability = ""
        var intentional = ""

        var isBlank: Bool { self == Victim() }
    }

    /// A handful: more is a case for the insurers' tables.
    static let most = 5
    private static let longest = 64

    var date: String
    var vehicles: [Vehicle]
    var victims: [Victim]
    var property: String
    var rescue: String
    var agreed: String

    /// A form nobody has touched: two vehicles, today.
    package init(today: CivilDate) {
        date = today.text
        vehicles = [Vehicle(), Vehicle()]
        victims = []
        property = ""
        rescue = ""
        agreed = ""
    }

    /// A form as it was sent; what is too long for any answer is cut.
    package init(sent form: [String: String]) {
        func text(_ name: String) -> String { String((form[name] ?? "").prefix(Self.longest)) }
        func count(_ name: String, atLeast least: Int) -> Int {
            min(max(FormNumber.whole(text(name)) ?? least, least), Self.most)
        }
        date = text("date")
        vehicles = (1...count("vehicles", atLeast: 1)).map {
            Vehicle(
                fault: text("fault\($0)"), damage: text("damage\($0)"), uninsured: text("uninsured\($0)"),
                cause: text("cause\($0)"))
        }
        victims = (0..<count("victims", atLeast: 0)).map { $0 + 1 }.map {
            Victim(
                aboard: text("aboard\($0)"), medical: text("medical\($0)"), disability: text("disability\($0)"),
                intentional: text("intentional\($0)"))
        }
        property = text("property")
        rescue = text("rescue")
        agreed = text("agreed")
    }

    /// Every input with what stands in it, by name.
    var inputs: [(name: String, value: String)] {
        var inputs = [("vehicles", "\(vehicles.count)"), ("victims", "\(victims.count)"), ("date", date)]
        for (place, vehicle) in vehicles.enumerated() {
            let number = place + 1
            inputs += [
                ("fault\(number)", vehicle.fault), ("damage\(number)", vehicle.damage),
                ("uninsured\(number)", vehicle.uninsured), ("cause\(number)", vehicle.cause),
            ]
        }
        for (place, victim) in victims.enumerated() {
            let number = place + 1
            inputs += [
                ("aboard\(number)", victim.aboard), ("medical\(number)", victim.medical),
                ("disability\(number)", victim.disability), ("intentional\(number)", victim.intentional),
            ]
        }
        inputs += [("property", property), ("rescue", rescue), ("agreed", agreed)]
        return inputs.filter { !$0.1.isEmpty }.map { (name: $0.0, value: $0.1) }
    }
}
