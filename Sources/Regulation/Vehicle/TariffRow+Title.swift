extension TariffRow {
    /// As the published table calls it.
    public var title: Sentence {
        switch number {
        case 1...10: nonCommercialPassengerTitle
        case 11...23: commercialPassengerTitle
        case 24...31: truckTitle
        default: otherTitle
        }
    }

    private var nonCommercialPassengerTitle: Sentence {
        switch number {
        case 1: Sentence("家庭自用汽车6座以下", "household cars, under 6 seats")
        case 2: Sentence("家庭自用汽车6座及以上", "household cars, 6 seats and more")
        case 3: Sentence("企业非营业汽车6座以下", "enterprise non-commercial, under 6 seats")
        case 4: Sentence("企业非营业汽车6-10座", "enterprise non-commercial, 6 to 10 seats")
        case 5: Sentence("企业非营业汽车10-20座", "enterprise non-commercial, 10 to 20 seats")
        case 6: Sentence("企业非营业汽车20座以上", "enterprise non-commercial, 20 seats and more")
        case 7: Sentence("机关非营业汽车6座以下", "government non-commercial, under 6 seats")
        case 8: Sentence("机关非营业汽车6-10座", "government non-commercial, 6 to 10 seats")
        case 9: Sentence("机关非营业汽车10-20座", "government non-commercial, 10 to 20 seats")
        default: Sentence("机关非营业汽车20座以上", "government non-commercial, 20 seats and more")
        }
    }

    private var commercialPassengerTitle: Sentence {
        switch number {
        case 11: Sentence("营业出租租赁6座以下", "taxi and rental, under 6 seats")
        case 12: Sentence("营业出租租赁6-10座", "taxi and rental, 6 to 10 seats")
        case 13: Sentence("营业出租租赁10-20座", "taxi and rental, 10 to 20 seats")
        case 14: Sentence("营业出租租赁20-36座", "taxi and rental, 20 to 36 seats")
        case 15: Sentence("营业出租租赁36座以上", "taxi and rental, 36 seats and more")
        case 16: Sentence("营业城市公交6-10座", "city bus, 6 to 10 seats")
        case 17: Sentence("营业城市公交10-20座", "city bus, 10 to 20 seats")
        case 18: Sentence("营业城市公交20-36座", "city bus, 20 to 36 seats")
        case 19: Sentence("营业城市公交36座以上", "city bus, 36 seats and more")
        case 20: Sentence("营业公路客运6-10座", "highway coach, 6 to 10 seats")
        case 21: Sentence("营业公路客运10-20座", "highway coach, 10 to 20 seats")
        case 22: Sentence("营业公路客运20-36座", "highway coach, 20 to 36 seats")
        default: Sentence("营业公路客运36座以上", "highway coach, 36 seats and more")
        }
    }

    private var truckTitle: Sentence {
        switch number {
        case 24: Sentence("非营业货车2吨以下", "non-commercial trucks, under 2 tonnes")
        case 25: Sentence("非营业货车2-5吨", "non-commercial trucks, 2 to 5 tonnes")
        case 26: Sentence("非营业货车5-10吨", "non-commercial trucks, 5 to 10 tonnes")
        case 27: Sentence("非营业货车10吨以上", "non-commercial trucks, 10 tonnes and more")
        case 28: Sentence("营业货车2吨以下", "commercial trucks, under 2 tonnes")
        case 29: Sentence("营业货车2-5吨", "commercial trucks, 2 to 5 tonnes")
        case 30: Sentence("营业货车5-10吨", "commercial trucks, 5 to 10 tonnes")
        default: Sentence("营业货车10吨以上", "commercial trucks, 10 tonnes and more")
        }
    }

    private var otherTitle: Sentence {
        switch number {
        case 32: Sentence("特种车一", "special vehicles, class 1")
        case 33: Sentence("特种车二", "special vehicles, class 2")
        case 34: Sentence("特种车三", "special vehicles, class 3")
        case 35: Sentence("特种车四", "special vehicles, class 4")
        case 36: Sentence("摩托车50CC及以下", "motorcycles, up to 50 mL")
        case 37: Sentence("摩托车50CC-250CC(含)", "motorcycles, over 50 to 250 mL")
        case 38: Sentence("摩托车250CC以上及侧三轮", "motorcycles, over 250 mL or with a sidecar")
        case 39: Sentence("兼用型拖拉机14.7kW及以下", "multi-purpose tractors, up to 14.7 kW")
        case 40: Sentence("兼用型拖拉机14.7kW以上", "multi-purpose tractors, over 14.7 kW")
        case 41: Sentence("运输型拖拉机14.7kW及以下", "transport tractors, up to 14.7 kW")
        default: Sentence("运输型拖拉机14.7kW以上", "transport tractors, over 14.7 kW")
        }
    }
}
