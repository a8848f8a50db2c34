import Regulation

/// A model of vehicle as its maker registers it: how its VINs begin and what its licence says.
struct VehicleModel: Sendable {
    /// World manufacturer identifier (GB 16735), three characters.
    let maker: String
    /// Characters 4 to 8 of its VINs.
    let descriptor: String
    let plant: UInt8
    /// 厂牌型号.
    let name: String
    let vehicleClass: VehicleClass
    let energy: Energy
    /// 0 when it has no combustion engine.
    let displacementML: Int
    /// Tenths of a kilowatt.
    let power: Int
    /// 核定载客; 0 where the licence has none.
    let passengers: Int
    let curbMassKg: Int
    /// 核定载质量; 0 where the licence has none.
    let loadKg: Int
    /// First year of sale; an older registration gets an older model.
    let since: Int
    /// How its engine or motor numbers begin.
    let engine: String

    init(
        _ vin: String, _ name: String, _ vehicleClass: VehicleClass = .passenger, _ energy: Energy = .petrol,
        ml: Int = 0, power: Int, seats: Int = 0, curb: Int, load: Int = 0, since: Int = 2000, engine: String
    ) {
        maker = String(vin.prefix(3))
        descriptor = String(vin.dropFirst(3).prefix(5))
        plant = vin.utf8.last ?? UInt8(ascii: "1")
        self.name = name
        self.vehicleClass = vehicleClass
        self.energy = energy
        displacementML = ml
        self.power = power
        passengers = seats
        curbMassKg = curb
        loadKg = load
        self.since = since
        self.engine = engine
    }
}
