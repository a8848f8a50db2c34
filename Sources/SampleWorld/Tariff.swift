import Regulation

/// What the sample world's insurers charge: the base premiums of the 2008 scheme and the discounts on them.
///
/// A plausible price, worked out apart from the law's own rule so that the two can be held against each other.
enum Tariff {
    /// Whole yuan for a full year.
    static func base(_ model: VehicleModel, use: VehicleUse, province: Province) -> Int {
        switch model.vehicleClass {
        case .passenger: passenger(use, seats: model.passengers)
        case .truck: truck(use, kilograms: model.loadKg)
        case .semiTrailerTractor: truck(use, kilograms: model.loadKg > 0 ? model.loadKg : 10_000)
        case .special: special(model)
        case .motorcycle: motorcycle(model)
        case .tractor: tractor(model, province)
        // Low-speed trucks pay as a large transport tractor, three-wheelers by common reading as well.
        case .lowSpeedTruck, .threeWheeler: farmRates(province)[3]
        // Not insured since 2013-03-01 (regulation article 42).
        case .trailer: 0
        }
    }

    /// In fen; short terms by days, rounded to whole yuan (underwriting code, section 3 part 2).
    static func premium(base: Int, days: Int, percent: Int, isShortTerm: Bool) -> Int {
        if isShortTerm { return (base * max(7, days) * 2 + 365) / 730 * 100 }
        return base * (100 + percent)
    }

    /// By years without a paid claim: −10, −20, −30, deeper in some provinces since the notice of 2020-09-19.
    static func discountPercent(quietYears: Int, extra: Int, signedOn day: Int) -> Int {
        let noticeDay = 18_524
        return -(min(3, quietYears) * 10 + (day >= noticeDay ? extra : 0))
    }

    /// Vehicle tax for a year, in fen; rates of a middling province.
    static func tax(_ model: VehicleModel) -> Int {
        switch model.vehicleClass {
        case .passenger where model.energy == .batteryElectric || model.energy == .plugInHybrid: 0
        case .passenger where model.passengers > 9: model.passengers >= 20 ? 54_000 : 48_000
        case .passenger: passengerTax(model.displacementML)
        case .motorcycle: 6000
        case .tractor: 0
        default: model.energy == .batteryElectric ? 0 : model.curbMassKg * 6
        }
    }

    private static func passengerTax(_ displacement: Int) -> Int {
        switch displacement {
        case ...1000: 18_000
        case ...1600: 30_000
        case ...2000: 36_000
        case ...2500: 72_000
        case ...3000: 180_000
        default: 300_000
        }
    }

    private static func passenger(_ use: VehicleUse, seats: Int) -> Int {
        let steps =
            switch use {
            case .household: [950, 1100, 1100, 1100, 1100]
            case .enterprise: [1000, 1130, 1220, 1270, 1270]
            case .government: [950, 1070, 1140, 1320, 1320]
            case .cityBus: [2250, 2250, 2520, 3020, 3140]
            case .highwayCoach: [2350, 2350, 2620, 3420, 4690]
            default: [1800, 2360, 2400, 2560, 3530]
            }
        switch seats {
        case ..<6: return steps[0]
        case ..<10: return steps[1]
        case ..<20: return steps[2]
        case ..<36: return steps[3]
        default: return steps[4]
        }
    }

    private static func truck(_ use: VehicleUse, kilograms: Int) -> Int {
        let steps = use == .commercial ? [1850, 3070, 3450, 4480] : [1200, 1470, 1650, 2220]
        switch kilograms {
        case ..<2000: return steps[0]
        case ..<5000: return steps[1]
        case ..<10_000: return steps[2]
        default: return steps[3]
        }
    }

    /// Tankers, cranes and sweepers, and vehicles with fixed instruments: special classes one to three.
    private static func special(_ model: VehicleModel) -> Int {
        if model.name.contains("GYY") { return 3710 }
        return model.name.contains("JQZ") ? 2430 : 1080
    }

    private static func motorcycle(_ model: VehicleModel) -> Int {
        if model.energy == .batteryElectric || model.displacementML <= 50 { return 80 }
        return model.displacementML <= 250 ? 120 : 400
    }

    private static func tractor(_ model: VehicleModel, _ province: Province) -> Int {
        let isTransport = model.loadKg > 0
        let isStrong = model.power > 147
        return farmRates(province)[(isTransport ? 2 : 0) + (isStrong ? 1 : 0)]
    }

    /// Rows 39 to 42 by province (notice 2007 No. 53); where no row is known, the nationwide ones of 2006.
    private static func farmRates(_ province: Province) -> [Int] {
        switch province.code {
        case 14: [60, 90, 340, 480]
        case 15: [50, 80, 280, 340]
        case 21, 22, 23, 31: [60, 90, 340, 560]
        case 32, 33: [80, 120, 540, 700]
        case 34: [70, 110, 540, 700]
        case 35: [70, 110, 400, 560]
        case 36, 37, 41, 42, 43: [70, 110, 460, 640]
        default: [60, 90, 400, 560]
        }
    }
}
