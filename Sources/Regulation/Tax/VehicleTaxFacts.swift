/// The facts of a vehicle's tax, complete and possible.
struct VehicleTaxFacts {
    let region: Region
    let vehicle: VehicleFacts
    let scope: VehicleTaxScope
    let year: Int
    let months: VehicleTaxMonths
    /// The last year paid; `nil` when nothing is said of it.
    let lastPaidYear: Int?
    let relief: VehicleTaxRelief?
    let lateness: VehicleTaxLateness?

    /// Years beyond these have no calendar day here.
    static let years = CivilDate.years

    /// Refuses with everything that stands against a tax.
    init(_ request: VehicleTaxRequest) throws(Refusal) {
        var objections = Objections()
        let region = objections.need(request.region, .insuranceRegion, at: "region")
        let vehicle = objections.need(request.vehicle, .taxedVehicle, at: "vehicle")
        let year = objections.need(request.year, .taxYear, at: "year")
        let scope = vehicle.flatMap { VehicleTaxScope(of: $0, &objections) }
        if let year, !Self.years.contains(year) { objections.add(.outOfRange(.taxYear, Self.yearsText, at: "year")) }
        if let last = request.lastPaidYear {
            if !Self.years.contains(last) {
                objections.add(.outOfRange(.lastPaidYear, Self.yearsText, at: "lastPaidYear"))
            } else if let year, last > year {
                objections.add(Self.paidAhead)
            }
        }
        // A year beyond the calendar has no months to reckon with, and is objected to already.
        let known = year.flatMap { Self.years.contains($0) ? $0 : nil }
        let months = known.flatMap { VehicleTaxMonths(of: request, in: $0, &objections) }
        lateness = VehicleTaxLateness(of: request, &objections)
        guard objections.isEmpty, let region, let vehicle, let year, let scope, let months else {
            throw objections.refusal
        }
        self.region = region
        self.vehicle = vehicle
        self.scope = scope
        self.year = year
        self.months = months
        lastPaidYear = request.lastPaidYear
        relief = request.relief
    }

    private static let yearsText = Sentence(
        "\(years.lowerBound) 至 \(years.upperBound)", "\(years.lowerBound) to \(years.upperBound)")
    private static let paidAhead = Finding(
        code: "lastPaidYearAhead", message: "前次缴税年度晚于本次纳税年度，请核对两个年度。",
        english: "The last year paid lies after the year asked about: check both.", path: "lastPaidYear",
        citation: .taxByInsurers)
}
