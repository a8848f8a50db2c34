extension VehicleClass {
    /// The term in both languages.
    public var title: Sentence {
        switch self {
        case .passenger: Sentence("客车", "passenger vehicle")
        case .truck: Sentence("货车", "truck")
        case .semiTrailerTractor: Sentence("半挂牵引车", "semi-trailer tractor")
        case .lowSpeedTruck: Sentence("低速载货汽车", "low-speed truck")
        case .threeWheeler: Sentence("三轮汽车", "three-wheeler")
        case .special: Sentence("特种车", "special vehicle")
        case .motorcycle: Sentence("摩托车", "motorcycle")
        case .tractor: Sentence("拖拉机", "tractor")
        case .trailer: Sentence("挂车", "trailer")
        }
    }
}

extension VehicleUse {
    /// The term in both languages.
    public var title: Sentence {
        switch self {
        case .household: Sentence("家庭自用", "household")
        case .enterprise: Sentence("企业非营业", "enterprise, non-commercial")
        case .government: Sentence("机关非营业", "government, non-commercial")
        case .rental: Sentence("出租租赁", "taxi and rental")
        case .cityBus: Sentence("城市公交", "city bus")
        case .highwayCoach: Sentence("公路客运", "highway coach")
        case .nonCommercial: Sentence("非营业", "non-commercial")
        case .commercial: Sentence("营业", "commercial")
        }
    }
}

extension Energy {
    /// The term in both languages.
    public var title: Sentence {
        switch self {
        case .petrol: Sentence("汽油", "petrol")
        case .diesel: Sentence("柴油", "diesel")
        case .gas: Sentence("天然气", "gas")
        case .batteryElectric: Sentence("纯电动", "battery-electric")
        case .fuelCell: Sentence("燃料电池", "fuel cell")
        case .plugInHybrid: Sentence("插电式混合动力", "plug-in hybrid")
        }
    }
}
