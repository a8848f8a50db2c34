/// The vehicles of one class of special vehicles, in both languages.
struct SpecialVehicleClass: Decodable, Sendable {
    let vehicles: String
    let vehiclesEnglish: String
}
