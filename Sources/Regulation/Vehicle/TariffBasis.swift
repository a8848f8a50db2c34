/// Which facts of the licence decided on the row of the tariff, and by which text.
enum TariffBasis: Sendable {
    case seats, policeOrPrisonVan
    case ratedLoad, tractionLoad, quasiTractionMass, noMass, containerTractor
    case specialClass
    case displacement, sidecar, electricSidecar, electricMotorcycle
    case tractorPower, lowSpeedTruck, threeWheeler

    var citation: Citation {
        switch self {
        case .policeOrPrisonVan: Citation(.underwritingCode2020, "第三节四")
        case .tractionLoad: Citation(.underwritingCode2020, "第三节五1")
        case .quasiTractionMass: Citation(.underwritingCode2020, "第三节五2")
        case .noMass: Citation(.underwritingCode2020, "第三节五3")
        case .tractorPower: Citation(.tractorTariff2007, "拖拉机分类")
        case .electricSidecar, .electricMotorcycle, .threeWheeler: Citation(.houseReading, "基础费率表的适用")
        case .seats, .ratedLoad, .containerTractor, .specialClass, .displacement, .sidecar, .lowSpeedTruck:
            Citation(.tariff2008, "注")
        }
    }

    /// Why this row.
    var reason: Sentence {
        switch self {
        case .seats: Sentence("按使用性质和核定载客，含起点不含终点", "by use and rated passengers; a bound belongs to the row it begins")
        case .policeOrPrisonVan:
            Sentence("警车、普通囚车按核定载客适用机关非营业客车", "police and prison vans go by rated passengers, as government vehicles")
        case .ratedLoad: Sentence("按使用性质和核定载质量，含起点不含终点", "by use and rated load; a bound belongs to the row it begins")
        case .tractionLoad:
            Sentence("半挂牵引车有核定载质量的，以其为吨位", "a semi-trailer tractor goes by its rated load where it has one")
        case .quasiTractionMass:
            Sentence("半挂牵引车没有核定载质量的，以准牵引总质量为吨位", "without a rated load, it goes by the quasi-traction mass")
        case .noMass: Sentence("两项质量均无的半挂牵引车，视为10吨以上", "without either mass, it counts as 10 tonnes and more")
        case .containerTractor:
            Sentence("集装箱拖头为特种车四", "the tractor of container trailers is a special vehicle of class 4")
        case .specialClass: Sentence("按特种车类别", "by the class of special vehicle")
        case .displacement: Sentence("按排量", "by displacement")
        case .sidecar: Sentence("侧三轮摩托车不论排量", "with a sidecar, whatever the displacement")
        case .electricSidecar:
            Sentence("电动侧三轮摩托车按侧三轮", "an electric motorcycle with a sidecar goes as one with a sidecar")
        case .electricMotorcycle:
            Sentence(
                "电动摩托车没有排量：轻便的按50CC及以下，普通的按50CC-250CC",
                "an electric motorcycle has no displacement: "
                    + "a moped goes as up to 50 mL, an ordinary one as 50 to 250 mL"
            )
        case .tractorPower: Sentence("按拖拉机种类和功率", "by kind of tractor and power")
        case .lowSpeedTruck:
            Sentence("低速载货汽车参照运输型拖拉机14.7kW以上", "low-speed trucks go as transport tractors over 14.7 kW")
        case .threeWheeler: Sentence("三轮汽车与低速载货汽车同行", "three-wheelers share the row of low-speed trucks")
        }
    }

    /// What must be said where no text decides.
    var note: Finding? {
        switch self {
        case .electricSidecar, .electricMotorcycle:
            .readingUnverified(
                Sentence(
                    "电动摩托车适用哪一行，条文没有写明，各地做法不一：\(reason.chinese)。",
                    "No text says which row electric motorcycles take, and places differ: \(reason.english)."),
                citation, at: "vehicle.energy")
        case .threeWheeler:
            .readingUnverified(
                Sentence(
                    "三轮汽车适用哪一行未见明文：此处与低速载货汽车同为第42行，也有公司按第41行。",
                    "No text was seen for three-wheelers: they share row 42 with low-speed trucks; "
                        + "some insurers take row 41."
                ),
                citation, at: "vehicle.class")
        default: nil
        }
    }

    /// The facts it went by, beside class and use.
    func facts(of vehicle: VehicleFacts) -> [Figure] {
        switch self {
        case .seats: [vehicle.seatsFact].compactMap { $0 }
        case .policeOrPrisonVan:
            [.fact(.policeOrPrisonVan, .flag(true), at: "vehicle.policeOrPrisonVan"), vehicle.seatsFact].compactMap {
                $0
            }
        case .ratedLoad, .tractionLoad: [vehicle.loadFact].compactMap { $0 }
        case .quasiTractionMass: [vehicle.quasiTractionFact].compactMap { $0 }
        case .specialClass, .containerTractor: [vehicle.specialClassFact].compactMap { $0 }
        case .displacement: [vehicle.displacementFact].compactMap { $0 }
        case .sidecar, .electricSidecar: [.fact(.sidecar, .flag(true), at: "vehicle.sidecar")]
        case .electricMotorcycle: [vehicle.energyFact, vehicle.motorcycleKindFact].compactMap { $0 }
        case .tractorPower: [vehicle.tractorKindFact, vehicle.powerFact].compactMap { $0 }
        case .noMass, .lowSpeedTruck, .threeWheeler: []
        }
    }
}
