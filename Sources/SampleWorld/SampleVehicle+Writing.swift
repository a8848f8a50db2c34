extension SampleVehicle {
    /// Writes the plate the vehicle bears; nothing when it bears none.
    func write(plate bearing: Bearing, in setting: WorldSetting, into text: inout ByteText) {
        let isReceived = bearing == .first && kind.isExchanged && place.receivesPlate && storyNumber == nil
        setting.plan.write(isReceived ? place.ofFirstPlate : place, bearing, into: &text)
    }

    /// Code of the category of the plate it bears.
    func category(_ bearing: Bearing) -> String {
        bearing == .permanent ? PlateKind.smallCar.category : kind.category
    }

    /// Whether its licence exists while it bears this plate: not before the first registration.
    func isRegistered(_ bearing: Bearing) -> Bool {
        bearing != .none && (kind != .temporary || bearing == .permanent)
    }

    func cell(_ bearing: Bearing, in setting: WorldSetting) -> PlateCell {
        setting.plan.cells[setting.plan.cell(of: place, bearing) ?? place.cell]
    }
}
