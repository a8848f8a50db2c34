/// The row of the tariff a vehicle falls in, and by what.
struct TariffDecision: Sendable {
    let row: TariffRow
    let basis: TariffBasis

    init(_ row: TariffRow, _ basis: TariffBasis) {
        self.row = row
        self.basis = basis
    }

    /// - Parameter vehicles: what the class of special vehicles holds, where one decided.
    func figure(of vehicle: VehicleFacts, vehicles: Sentence? = nil) -> Figure {
        let reason = vehicles.map {
            Sentence("\(basis.reason.chinese)：\($0.chinese)", "\(basis.reason.english): \($0.english)")
        }
        return Figure(
            .tariffRow, .word(code: "\(row.number)", title: row.title), .choose, citation: basis.citation,
            inputs: [vehicle.classFact, vehicle.useFact].compactMap { $0 } + basis.facts(of: vehicle),
            reason: reason ?? basis.reason)
    }
}
