/// Rows of the tariff that differ only in size: seats, or tonnes. A bound belongs to the row that begins with it
/// (含起点不含终点), so each bound that is reached is one row further — Tariff 2008, notes.
enum TariffBand {
    case household, enterprise, government, rental, cityBus, highwayCoach, nonCommercialTruck, commercialTruck

    /// The band of a passenger vehicle; `nil` for a use the tariff has no such row for.
    init?(passengerUse use: VehicleUse) {
        switch use {
        case .household: self = .household
        case .enterprise: self = .enterprise
        case .government: self = .government
        case .rental: self = .rental
        case .cityBus: self = .cityBus
        case .highwayCoach: self = .highwayCoach
        case .nonCommercial, .commercial: return nil
        }
    }

    /// The band of a truck; `nil` for a use the tariff has no such row for.
    init?(truckUse use: VehicleUse) {
        switch use {
        case .nonCommercial: self = .nonCommercialTruck
        case .commercial: self = .commercialTruck
        default: return nil
        }
    }

    /// The row for so many seats, or kilograms; `nil` for buses and coaches under six seats, which have none.
    func row(of size: Int) -> TariffRow? {
        func step(_ bound: Int) -> Int { size >= bound ? 1 : 0 }
        switch self {
        case .household: return TariffRow(1 + step(6))
        case .enterprise: return TariffRow(3 + step(6) + step(10) + step(20))
        case .government: return TariffRow(7 + step(6) + step(10) + step(20))
        case .rental: return TariffRow(11 + step(6) + step(10) + step(20) + step(36))
        case .cityBus: return size < 6 ? nil : TariffRow(16 + step(10) + step(20) + step(36))
        case .highwayCoach: return size < 6 ? nil : TariffRow(20 + step(10) + step(20) + step(36))
        case .nonCommercialTruck: return TariffRow(24 + step(2_000) + step(5_000) + step(10_000))
        case .commercialTruck: return TariffRow(28 + step(2_000) + step(5_000) + step(10_000))
        }
    }
}
