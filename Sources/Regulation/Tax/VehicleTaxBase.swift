/// What a vehicle is taxed by: an item of the schedule, and the mass where the rate is for a tonne.
struct VehicleTaxBase {
    /// No vehicle on a licence is heavier; beyond it kilograms were taken for grams.
    static let heaviestKg = 1_000_000

    let item: VehicleTaxItem
    var massKg: Int?
    /// A trailer pays half of a truck's rate.
    var isTrailer = false
}
