/// Which row of the tariff a vehicle falls in, by what stands on its licence — Tariff 2008 with its notes, Underwriting
/// Code 3(4) and 3(5), Regulation 42 and 44.
public enum Classification {
    /// Refuses with everything that is missing, and by name where the tariff has no row.
    public static func tariffRow(of vehicle: VehicleFacts) throws(Refusal) -> TariffRow { try decide(vehicle).row }

    static func decide(_ vehicle: VehicleFacts) throws(Refusal) -> TariffDecision {
        if vehicle.isMilitary { throw Refusal(.militaryVehicle) }
        if vehicle.vehicleClass == .trailer { throw Refusal(.trailerNotInsurable) }
        if vehicle.isPoliceOrPrisonVan { return try policeOrPrisonVan(vehicle) }
        switch vehicle.vehicleClass {
        case .passenger: return try passenger(vehicle)
        case .truck: return try truck(vehicle)
        case .semiTrailerTractor: return try semiTrailerTractor(vehicle)
        case .special: return try special(vehicle)
        case .motorcycle: return try motorcycle(vehicle)
        case .tractor: return try tractor(vehicle)
        case .lowSpeedTruck: return TariffDecision(TariffRow(42), .lowSpeedTruck)
        case .threeWheeler: return TariffDecision(TariffRow(42), .threeWheeler)
        case .trailer: throw Refusal(.trailerNotInsurable)
        case nil: throw Refusal(.missing(.vehicleClass, at: "vehicle.class"))
        }
    }

    /// Whatever class and use — Underwriting Code 3(4).
    private static func policeOrPrisonVan(_ vehicle: VehicleFacts) throws(Refusal) -> TariffDecision {
        var objections = Objections()
        guard let seats = positive(vehicle.ratedPassengers, .ratedPassengers, "vehicle.ratedPassengers", &objections),
            let row = TariffBand.government.row(of: seats)
        else { throw objections.refusal }
        return TariffDecision(row, .policeOrPrisonVan)
    }

    private static func passenger(_ vehicle: VehicleFacts) throws(Refusal) -> TariffDecision {
        var objections = Objections()
        let use = objections.need(vehicle.use, .vehicleUse, at: "vehicle.use")
        let seats = positive(vehicle.ratedPassengers, .ratedPassengers, "vehicle.ratedPassengers", &objections)
        let band = use.flatMap(TariffBand.init(passengerUse:))
        if let use, band == nil { objections.add(.noTariffRow(.passenger, use)) }
        guard objections.isEmpty, let use, let seats, let band else { throw objections.refusal }
        guard let row = band.row(of: seats) else { throw Refusal(.noTariffRow(underSixSeats: use)) }
        return TariffDecision(row, .seats)
    }

    private static func truck(_ vehicle: VehicleFacts) throws(Refusal) -> TariffDecision {
        var objections = Objections()
        let band = truckBand(vehicle, &objections)
        let load = mass(vehicle.ratedLoadKg, .ratedLoad, "vehicle.ratedLoadKg", &objections)
        if vehicle.ratedLoadKg ?? 0 == 0 {
            objections.add(.missing(.ratedLoad, at: "vehicle.ratedLoadKg"))
        }
        guard objections.isEmpty, let band, let load, let row = band.row(of: load) else { throw objections.refusal }
        return TariffDecision(row, .ratedLoad)
    }

    /// Rated load, else quasi-traction mass, else 10 tonnes and more — Underwriting Code 3(5).
    private static func semiTrailerTractor(_ vehicle: VehicleFacts) throws(Refusal) -> TariffDecision {
        // The one that draws containers has a row of its own.
        if vehicle.specialClass == 4 { return TariffDecision(TariffRow(35), .containerTractor) }
        var objections = Objections()
        let band = truckBand(vehicle, &objections)
        let load = mass(vehicle.ratedLoadKg, .ratedLoad, "vehicle.ratedLoadKg", &objections)
        let quasi = mass(
            vehicle.quasiTractionMassKg, .quasiTractionMass, "vehicle.quasiTractionMassKg", &objections)
        guard objections.isEmpty, let band, let row = band.row(of: load ?? quasi ?? 10_000) else {
            throw objections.refusal
        }
        return TariffDecision(row, load != nil ? .tractionLoad : quasi != nil ? .quasiTractionMass : .noMass)
    }

    private static func special(_ vehicle: VehicleFacts) throws(Refusal) -> TariffDecision {
        guard let number = vehicle.specialClass else {
            throw Refusal(.missing(.specialClass, at: "vehicle.specialClass"))
        }
        guard (1...4).contains(number) else {
            throw Refusal(.outOfRange(.specialClass, Sentence("1 至 4", "1 to 4"), at: "vehicle.specialClass"))
        }
        return TariffDecision(TariffRow(31 + number), .specialClass)
    }

    private static func motorcycle(_ vehicle: VehicleFacts) throws(Refusal) -> TariffDecision {
        let isElectric = vehicle.energy == .batteryElectric
        if vehicle.hasSidecar { return TariffDecision(TariffRow(38), isElectric ? .electricSidecar : .sidecar) }
        if let displacement = vehicle.displacementML, displacement != 0 {
            guard displacement > 0 else {
                throw Refusal(.outOfRange(.displacement, .positive, at: "vehicle.displacementML"))
            }
            return TariffDecision(TariffRow(displacement <= 50 ? 36 : displacement <= 250 ? 37 : 38), .displacement)
        }
        guard isElectric else { throw Refusal(.missing(.displacement, at: "vehicle.displacementML")) }
        switch vehicle.motorcycleKind {
        case .moped: return TariffDecision(TariffRow(36), .electricMotorcycle)
        case .ordinary: return TariffDecision(TariffRow(37), .electricMotorcycle)
        case nil: throw Refusal(.missing(.motorcycleKind, at: "vehicle.motorcycleKind"))
        }
    }

    private static func tractor(_ vehicle: VehicleFacts) throws(Refusal) -> TariffDecision {
        var objections = Objections()
        let kind = objections.need(vehicle.tractorKind, .tractorKind, at: "vehicle.tractorKind")
        let power = objections.need(vehicle.power, .enginePower, at: "vehicle.powerKW")
        guard let kind, let power else { throw objections.refusal }
        let first = kind == .multiPurpose ? 39 : 41
        // 14.7 kW itself belongs to the lower row (及以下).
        return TariffDecision(TariffRow(power.milliwatts <= 14_700_000 ? first : first + 1), .tractorPower)
    }

    private static func truckBand(_ vehicle: VehicleFacts, _ objections: inout Objections) -> TariffBand? {
        guard let use = objections.need(vehicle.use, .vehicleUse, at: "vehicle.use") else { return nil }
        guard let band = TariffBand(truckUse: use) else {
            objections.add(.noTariffRow(vehicle.vehicleClass ?? .truck, use))
            return nil
        }
        return band
    }

    private static func positive(
        _ count: Int?, _ name: FigureName, _ path: String, _ objections: inout Objections
    ) -> Int? {
        guard let count = objections.need(count, name, at: path) else { return nil }
        guard count > 0 else {
            objections.add(.outOfRange(name, .positive, at: path))
            return nil
        }
        return count
    }

    /// Nothing stated is `nil`, and so is the nought that files write for it.
    private static func mass(
        _ kilograms: Int?, _ name: FigureName, _ path: String, _ objections: inout Objections
    ) -> Int? {
        guard let kilograms, kilograms != 0 else { return nil }
        guard kilograms > 0 else {
            objections.add(.outOfRange(name, .positive, at: path))
            return nil
        }
        return kilograms
    }
}
