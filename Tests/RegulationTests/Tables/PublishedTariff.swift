import Regulation

/// The tariff as it was published, rows 1 to 38: copied from the law's own table, not from the one that is tested.
enum PublishedTariff {
    struct Row: Sendable {
        let number: Int
        let title: String
        /// `nil` for special vehicles and motorcycles.
        let use: VehicleUse?
        /// Seats, or tonnes; the first that belongs to the row.
        let least: Int?
        /// The first that no longer does.
        let below: Int?
        /// Whole yuan, by edition.
        let premium2008: Int
        let premium2006: Int

        init(
            _ number: Int, _ title: String, _ use: VehicleUse?, _ least: Int?, _ below: Int?, _ premium2008: Int,
            _ premium2006: Int
        ) {
            self.number = number
            self.title = title
            self.use = use
            self.least = least
            self.below = below
            self.premium2008 = premium2008
            self.premium2006 = premium2006
        }

        func holds(_ size: Int) -> Bool { (least ?? 0) <= size && (below.map { size < $0 } ?? true) }
    }

    static let rows: [Row] = [
        Row(1, "家庭自用汽车6座以下", .household, nil, 6, 950, 1050),
        Row(2, "家庭自用汽车6座及以上", .household, 6, nil, 1100, 1100),
        Row(3, "企业非营业汽车6座以下", .enterprise, nil, 6, 1000, 1000),
        Row(4, "企业非营业汽车6-10座", .enterprise, 6, 10, 1130, 1190),
        Row(5, "企业非营业汽车10-20座", .enterprise, 10, 20, 1220, 1300),
        Row(6, "企业非营业汽车20座以上", .enterprise, 20, nil, 1270, 1580),
        Row(7, "机关非营业汽车6座以下", .government, nil, 6, 950, 950),
        Row(8, "机关非营业汽车6-10座", .government, 6, 10, 1070, 1070),
        Row(9, "机关非营业汽车10-20座", .government, 10, 20, 1140, 1140),
        Row(10, "机关非营业汽车20座以上", .government, 20, nil, 1320, 1320),
        Row(11, "营业出租租赁6座以下", .rental, nil, 6, 1800, 1800),
        Row(12, "营业出租租赁6-10座", .rental, 6, 10, 2360, 2360),
        Row(13, "营业出租租赁10-20座", .rental, 10, 20, 2400, 2580),
        Row(14, "营业出租租赁20-36座", .rental, 20, 36, 2560, 3730),
        Row(15, "营业出租租赁36座以上", .rental, 36, nil, 3530, 3880),
        Row(16, "营业城市公交6-10座", .cityBus, 6, 10, 2250, 2250),
        Row(17, "营业城市公交10-20座", .cityBus, 10, 20, 2520, 2520),
        Row(18, "营业城市公交20-36座", .cityBus, 20, 36, 3020, 3270),
        Row(19, "营业城市公交36座以上", .cityBus, 36, nil, 3140, 4250),
        Row(20, "营业公路客运6-10座", .highwayCoach, 6, 10, 2350, 2350),
        Row(21, "营业公路客运10-20座", .highwayCoach, 10, 20, 2620, 2620),
        Row(22, "营业公路客运20-36座", .highwayCoach, 20, 36, 3420, 3420),
        Row(23, "营业公路客运36座以上", .highwayCoach, 36, nil, 4690, 4690),
        Row(24, "非营业货车2吨以下", .nonCommercial, nil, 2, 1200, 1200),
        Row(25, "非营业货车2-5吨", .nonCommercial, 2, 5, 1470, 1630),
        Row(26, "非营业货车5-10吨", .nonCommercial, 5, 10, 1650, 1750),
        Row(27, "非营业货车10吨以上", .nonCommercial, 10, nil, 2220, 2220),
        Row(28, "营业货车2吨以下", .commercial, nil, 2, 1850, 1850),
        Row(29, "营业货车2-5吨", .commercial, 2, 5, 3070, 3070),
        Row(30, "营业货车5-10吨", .commercial, 5, 10, 3450, 3450),
        Row(31, "营业货车10吨以上", .commercial, 10, nil, 4480, 4480),
        Row(32, "特种车一", nil, nil, nil, 3710, 6040),
        Row(33, "特种车二", nil, nil, nil, 2430, 2430),
        Row(34, "特种车三", nil, nil, nil, 1080, 1320),
        Row(35, "特种车四", nil, nil, nil, 3980, 5660),
        Row(36, "摩托车50CC及以下", nil, nil, nil, 80, 120),
        Row(37, "摩托车50CC-250CC(含)", nil, nil, nil, 120, 180),
        Row(38, "摩托车250CC以上及侧三轮", nil, nil, nil, 400, 400),
    ]

    static let seats = rows.filter { (1...23).contains($0.number) }
    static let tonnes = rows.filter { (24...31).contains($0.number) }

    /// Rows 39 to 42 in whole yuan, of the provinces whose rows are known.
    static let tractors: [(region: String, premiums: [Int])] = [
        ("110000", [60, 90, 400, 560]),
        ("120000", [60, 90, 400, 560]),
        ("130000", [60, 90, 400, 560]),
        ("140000", [60, 90, 340, 480]),
        ("150000", [50, 80, 280, 340]),
        ("210000", [60, 90, 340, 560]),
        ("220000", [60, 90, 340, 560]),
        ("230000", [60, 90, 340, 560]),
        ("310000", [60, 90, 340, 560]),
        ("320000", [80, 120, 540, 700]),
        ("330000", [80, 120, 540, 700]),
        ("340000", [70, 110, 540, 700]),
        ("350000", [70, 110, 400, 560]),
        ("360000", [70, 110, 460, 640]),
        ("370000", [70, 110, 460, 640]),
        ("410000", [70, 110, 460, 640]),
        ("420000", [70, 110, 460, 640]),
        ("430000", [70, 110, 460, 640]),
    ]

    /// Regions of which no row is known; the one amount seen for Guangdong was never compared with anything.
    static let regionsWithoutTractors = [
        "440000", "450000", "460000", "500000", "510000", "520000", "530000", "540000", "610000", "620000", "630000",
        "640000",
        "650000", "210200", "330200", "350200", "370200", "440300",
    ]
}
