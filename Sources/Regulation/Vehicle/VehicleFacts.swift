/// What stands on a vehicle's licence, as far as it is known; a rule that needs what is absent refuses with its path.
public struct VehicleFacts: Hashable, Sendable {
    public var vehicleClass: VehicleClass?
    public var use: VehicleUse?
    /// 核定载客, the driver counted.
    public var ratedPassengers: Int?
    /// 核定载质量.
    public var ratedLoadKg: Int?
    /// 准牵引总质量.
    public var quasiTractionMassKg: Int?
    /// 整备质量.
    public var curbMassKg: Int?
    public var displacementML: Int?
    public var power: Power?
    /// 1 to 4: 特种车一 to 特种车四.
    public var specialClass: Int?
    public var hasSidecar: Bool
    public var motorcycleKind: MotorcycleKind?
    public var tractorKind: TractorKind?
    public var isPoliceOrPrisonVan: Bool
    /// In service with the armed forces or the armed police.
    public var isMilitary: Bool
    public var energy: Energy?

    public init(
        vehicleClass: VehicleClass? = nil, use: VehicleUse? = nil, ratedPassengers: Int? = nil,
        ratedLoadKg: Int? = nil, quasiTractionMassKg: Int? = nil, curbMassKg: Int? = nil, displacementML: Int? = nil,
        power: Power? = nil, specialClass: Int? = nil, hasSidecar: Bool = false,
        motorcycleKind: MotorcycleKind? = nil, tractorKind: TractorKind? = nil, isPoliceOrPrisonVan: Bool = false,
        isMilitary: Bool = false, energy: Energy? = nil
    ) {
        self.vehicleClass = vehicleClass
        self.use = use
        self.ratedPassengers = ratedPassengers
        self.ratedLoadKg = ratedLoadKg
        self.quasiTractionMassKg = quasiTractionMassKg
        self.curbMassKg = curbMassKg
        self.displacementML = displacementML
        self.power = power
        self.specialClass = specialClass
        self.hasSidecar = hasSidecar
        self.motorcycleKind = motorcycleKind
        self.tractorKind = tractorKind
        self.isPoliceOrPrisonVan = isPoliceOrPrisonVan
        self.isMilitary = isMilitary
        self.energy = energy
    }
}
