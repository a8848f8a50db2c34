extension CompensationFields {
    /// What a button of the form does to its rows: one more, or one fewer.
    package enum RowAction: Sendable, Equatable {
        case addVehicle, addVictim
        /// By place in the form, from 0.
        case removeVehicle(Int), removeVictim(Int)

        /// As the buttons send it: `addVictim`, `removeVehicle-2`.
        package init?(_ text: String) {
            let parts = text.split(separator: "-", maxSplits: 1)
            let place = parts.count == 2 ? FormNumber.whole(String(parts[1])).map { $0 - 1 } : nil
            switch (parts.first, place) {
            case ("addVehicle", nil): self = .addVehicle
            case ("addVictim", nil): self = .addVictim
            case ("removeVehicle", let place?): self = .removeVehicle(place)
            case ("removeVictim", let place?): self = .removeVictim(place)
            default: return nil
            }
        }
    }

    package mutating func apply(_ action: RowAction) {
        switch action {
        case .addVehicle where vehicles.count < Self.most: vehicles.append(Vehicle())
        case .addVictim where victims.count < Self.most: victims.append(Victim())
        case .removeVehicle(let place) where vehicles.indices.contains(place) && vehicles.count > 1:
            vehicles.remove(at: place)
            for index in victims.indices { victims[index].aboard = moved(victims[index].aboard, without: place) }
        case .removeVictim(let place) where victims.indices.contains(place): victims.remove(at: place)
        default: break
        }
    }

    /// Who rode in a vehicle that is no longer there stands outside; the vehicles behind it move up.
    private func moved(_ aboard: String, without place: Int) -> String {
        guard let number = FormNumber.whole(aboard), number != place + 1 else { return "" }
        return number > place + 1 ? "\(number - 1)" : aboard
    }
}
