/// Whether and by which item a vehicle is taxed (Vehicle Tax Law arts. 1 to 4 and its schedule).
enum VehicleTaxScope {
    case taxed(VehicleTaxBase)
    /// With the reason, where it is written, and whether that was verified.
    case free(reason: Sentence, citation: Citation, isVerified: Bool)

    /// Objects to what is missing.
    init?(of vehicle: VehicleFacts, _ objections: inout Objections) {
        if let free = Self.free(vehicle) {
            self = free
            return
        }
        guard let vehicleClass = objections.need(vehicle.vehicleClass, .vehicleClass, at: "vehicle.class") else {
            return nil
        }
        switch vehicleClass {
        case .passenger: self.init(passenger: vehicle, &objections)
        case .truck, .semiTrailerTractor, .lowSpeedTruck, .threeWheeler:
            self.init(.truck, byMassOf: vehicle, isTrailer: false, &objections)
        case .trailer: self.init(.truck, byMassOf: vehicle, isTrailer: true, &objections)
        case .special: self.init(.special, byMassOf: vehicle, isTrailer: false, &objections)
        case .motorcycle: self = .taxed(VehicleTaxBase(item: .motorcycle))
        case .tractor:
            self = .free(
                reason: Sentence("拖拉机不在车船税税目之内，不征收。", "Tractors are in no item of the schedule: no tax."),
                citation: .vehicleTaxSchedule, isVerified: false)
        }
    }

    private static func free(_ vehicle: VehicleFacts) -> VehicleTaxScope? {
        if vehicle.isMilitary {
            return .free(
                reason: Sentence("军队、武装警察部队专用的车辆免征。", "Vehicles of the armed forces and the armed police are exempt."),
                citation: Citation(.vehicleTaxLaw2019, "第3条"), isVerified: true)
        }
        if vehicle.isPoliceOrPrisonVan {
            return .free(
                reason: Sentence("警用车辆免征。", "Police vehicles are exempt."),
                citation: Citation(.vehicleTaxLaw2019, "第3条"), isVerified: true)
        }
        guard vehicle.vehicleClass == .motorcycle, vehicle.motorcycleKind == .moped,
            vehicle.displacementML.map({ $0 <= 50 }) ?? true
        else { return nil }
        return .free(
            reason: Sentence(
                "轻便摩托车（时速不超过50公里、排量不超过50毫升）不属于车船税所称的摩托车。",
                "A moped, up to 50 km/h and 50 ml, is no motorcycle in the sense of the tax."),
            citation: .taxedVehicles, isVerified: true)
    }

    /// Up to nine seats a passenger car, by displacement; above, a bus.
    private init?(passenger vehicle: VehicleFacts, _ objections: inout Objections) {
        guard
            let seats = objections.need(vehicle.ratedPassengers, .ratedPassengers, at: "vehicle.ratedPassengers")
        else { return nil }
        guard seats > 0 else {
            objections.add(.outOfRange(.ratedPassengers, .positive, at: "vehicle.ratedPassengers"))
            return nil
        }
        if seats > 9 {
            self = .taxed(VehicleTaxBase(item: seats < 20 ? .mediumBus : .largeBus))
            return
        }
        if vehicle.energy == .batteryElectric || vehicle.energy == .fuelCell {
            self = .free(
                reason: Sentence(
                    "纯电动乘用车和燃料电池乘用车不属于车船税征税范围。",
                    "Battery-electric and fuel-cell passenger cars are outside the tax."),
                citation: Citation(.vehicleTaxRelief2018, "二(一)"), isVerified: false)
            return
        }
        guard let displacement = objections.need(vehicle.displacementML, .displacement, at: "vehicle.displacementML")
        else { return nil }
        guard displacement > 0 else {
            objections.add(.outOfRange(.displacement, .positive, at: "vehicle.displacementML"))
            return nil
        }
        self = .taxed(VehicleTaxBase(item: VehicleTaxItem(displacementML: displacement)))
    }

    private init?(
        _ item: VehicleTaxItem, byMassOf vehicle: VehicleFacts, isTrailer: Bool, _ objections: inout Objections
    ) {
        guard let mass = objections.need(vehicle.curbMassKg, .curbMass, at: "vehicle.curbMassKg") else { return nil }
        guard 1...VehicleTaxBase.heaviestKg ~= mass else {
            let range = Sentence("1 至 \(VehicleTaxBase.heaviestKg)", "1 to \(VehicleTaxBase.heaviestKg)")
            objections.add(.outOfRange(.curbMass, range, at: "vehicle.curbMassKg"))
            return nil
        }
        self = .taxed(VehicleTaxBase(item: item, massKg: mass, isTrailer: isTrailer))
    }
}
