import Regulation

extension VehicleModel {
    static let lightTrucks: [VehicleModel] = [
        VehicleModel(
            "LZWCCAGA8", "五菱牌LZW1029PY", .truck, ml: 1485, power: 730, seats: 2, curb: 960, load: 865, engine: "L2B"),
        VehicleModel(
            "LGWCB2195", "长城牌CC1031PS4L", .truck, .diesel, ml: 1996, power: 1100, seats: 5, curb: 1885, load: 490,
            engine: "GW4D20"),
        VehicleModel(
            "LVBV3JBB0", "福田牌BJ1045V9JB5-54", .truck, .diesel, ml: 2771, power: 960, seats: 2, curb: 2770, load: 1495,
            engine: "4J28TC"),
        VehicleModel(
            "LEFYDCG30", "江铃牌JX1041TG26", .truck, .diesel, ml: 2771, power: 850, seats: 2, curb: 2600, load: 1735,
            engine: "JX493"),
    ]

    static let heavyTrucks: [VehicleModel] = [
        VehicleModel(
            "LFWSRXNJ1", "解放牌CA1180P62K1L4E6", .truck, .diesel, ml: 6600, power: 1620, seats: 3, curb: 6400,
            load: 11_470, engine: "CA6DLD"),
        VehicleModel(
            "LGAX4C358", "东风牌DFH1180EX8", .truck, .diesel, ml: 6700, power: 1690, seats: 3, curb: 6200, load: 11_605,
            engine: "B6.2NS6"),
        VehicleModel(
            "LZZ5BLSJ0", "豪沃牌ZZ1317N466HE1", .truck, .diesel, ml: 9726, power: 2570, seats: 2, curb: 11_800,
            load: 19_070, engine: "MC07H"),
        VehicleModel(
            "LZGJRDR10", "陕汽牌SX3310XC6", .truck, .diesel, ml: 9726, power: 2500, seats: 2, curb: 15_370, load: 15_500,
            engine: "WP10H"),
        VehicleModel(
            "LFNFVXPX1", "解放牌CA1083P40K2L5E6A84", .truck, .diesel, ml: 3800, power: 1150, seats: 3, curb: 4100,
            load: 4020, engine: "CA4DD1"),
    ]

    static let semiTrailerTractors: [VehicleModel] = [
        VehicleModel(
            "LFWSRXSJ1", "解放牌CA4250P66K25T1E6", .semiTrailerTractor, .diesel, ml: 12_520, power: 3970, seats: 2,
            curb: 8800, engine: "CA6DM3"),
        VehicleModel(
            "LGAG4DY38", "东风牌DFH4250D4", .semiTrailerTractor, .diesel, ml: 11_120, power: 3530, seats: 2, curb: 8805,
            engine: "DDI11"),
        VehicleModel(
            "LZZ1CLWB0", "豪沃牌ZZ4257V324HE1", .semiTrailerTractor, .diesel, ml: 12_419, power: 3970, seats: 2,
            curb: 8800, engine: "MC13"),
        VehicleModel(
            "LZGJLNM40", "陕汽牌SX42584X384TL", .semiTrailerTractor, .gas, ml: 12_940, power: 3090, seats: 2, curb: 8800,
            engine: "WP13NG"),
    ]

    static let buses: [VehicleModel] = [
        VehicleModel(
            "LZYTATD61", "宇通牌ZK6126HQ5E", .passenger, .diesel, ml: 8600, power: 2650, seats: 53, curb: 12_900,
            engine: "WP9H"),
        VehicleModel(
            "LZYTFTE21", "宇通牌ZK6816H5Y", .passenger, .diesel, ml: 4730, power: 1620, seats: 35, curb: 8100,
            engine: "YCS04"),
        VehicleModel(
            "LA6R1HSF0", "金旅牌XML6112J15CN", .passenger, .gas, ml: 6494, power: 1910, seats: 30, curb: 10_400,
            engine: "YC6G"),
    ]

    static let electricBuses: [VehicleModel] = [
        VehicleModel(
            "LZYTBGCW1", "宇通牌ZK6105BEVG61", .passenger, .batteryElectric, power: 1200, seats: 28, curb: 10_400,
            since: 2016, engine: "TZ368XSD"),
        VehicleModel(
            "LC06S24S0", "比亚迪牌BYD6850HZEV5", .passenger, .batteryElectric, power: 1000, seats: 22, curb: 8600,
            since: 2016, engine: "TZ290XSA"),
    ]

    static let electricTrucks: [VehicleModel] = [
        VehicleModel(
            "LGXC3FEV0", "比亚迪牌BYD1180D8EVBEV", .truck, .batteryElectric, power: 1800, seats: 3, curb: 8700, load: 9100,
            since: 2019, engine: "TZ365XSB")
    ]

    static let specials: [VehicleModel] = [
        VehicleModel(
            "LGHXCG1X8", "程力威牌CLW5181GYYLC6", .special, .diesel, ml: 6700, power: 1690, seats: 3, curb: 6950,
            load: 10_855, engine: "B6.2NS6"),
        VehicleModel(
            "LXGCPA460", "徐工牌XZJ5330JQZ25K", .special, .diesel, ml: 8900, power: 2130, seats: 3, curb: 32_870,
            engine: "SC9DK"),
        VehicleModel(
            "LJXBMDHBF", "江铃全顺牌JX5045XJHMC6", .special, .diesel, ml: 2198, power: 1030, seats: 7, curb: 2780,
            engine: "JX4D22"),
    ]

    static let fireEngines: [VehicleModel] = [
        VehicleModel(
            "LGHXLG186", "捷达消防牌SJD5190GXFPM80", .special, .diesel, ml: 6700, power: 2060, seats: 6, curb: 10_900,
            engine: "ISB6.7E")
    ]

    static let motorcycles: [VehicleModel] = [
        VehicleModel(
            "LWBPCJ1F1", "五羊-本田牌WH125-16", .motorcycle, ml: 125, power: 66, seats: 2, curb: 117, engine: "WH152FMI"),
        VehicleModel(
            "LWBKA0291", "新大洲本田牌SDH110-16", .motorcycle, ml: 109, power: 56, seats: 2, curb: 104, engine: "SDH1P50FMH"),
        VehicleModel(
            "LC6PCJG90", "豪爵牌HJ125-8", .motorcycle, ml: 124, power: 75, seats: 2, curb: 123, engine: "HJ157FMI"),
        VehicleModel("LC6DM1K30", "铃木牌DL250-A", .motorcycle, ml: 248, power: 184, seats: 2, curb: 188, engine: "J517"),
        VehicleModel(
            "LBPKE1390", "雅马哈牌JYM125-7", .motorcycle, ml: 124, power: 78, seats: 2, curb: 116, engine: "JYM154FMI"),
        VehicleModel(
            "LBBPEJ2Y0", "钱江牌QJ500GS-2C", .motorcycle, ml: 500, power: 350, seats: 2, curb: 213, since: 2017,
            engine: "QJ268MW"),
    ]

    static let mopeds: [VehicleModel] = [
        VehicleModel(
            "LWBTAA3B1", "五羊-本田牌WH50QT-2", .motorcycle, ml: 49, power: 25, seats: 1, curb: 78, engine: "WH139QMA"),
        VehicleModel(
            "LC6TAKA20", "豪爵牌HJ48QT-D", .motorcycle, ml: 49, power: 23, seats: 1, curb: 80, engine: "HJ139QMB"),
        VehicleModel(
            "L6XTDB1B0", "雅迪牌YD800DQT-A", .motorcycle, .batteryElectric, power: 8, seats: 1, curb: 75, since: 2019,
            engine: "YDQ1"),
    ]

    static let lowSpeedVehicles: [VehicleModel] = [
        VehicleModel(
            "LSFAB13B0", "时风牌7YPJ-1475A3", .threeWheeler, .diesel, ml: 1194, power: 162, seats: 1, curb: 980, load: 500,
            engine: "ZS1115"),
        VehicleModel(
            "LSFGJ41C0", "时风牌SSF1610", .lowSpeedTruck, .diesel, ml: 1809, power: 280, seats: 2, curb: 1230, load: 990,
            engine: "SF2110"),
        VehicleModel(
            "LWZBA12A0", "五征牌7YPJZ-16100P4", .threeWheeler, .diesel, ml: 1532, power: 184, seats: 1, curb: 1250,
            load: 750, engine: "WZ1125"),
        VehicleModel(
            "LWZDC31B0", "五征牌WL2820PD1", .lowSpeedTruck, .diesel, ml: 2156, power: 400, seats: 2, curb: 2290, load: 995,
            engine: "4DW81"),
    ]

    static let tractors: [VehicleModel] = [
        VehicleModel(
            "LYT904A10", "东方红牌LX904", .tractor, .diesel, ml: 4940, power: 662, seats: 1, curb: 4080, engine: "LR4B5"),
        VehicleModel(
            "LYT304B10", "东方红牌LY304", .tractor, .diesel, ml: 1809, power: 221, seats: 1, curb: 1690, engine: "YD2T"),
        VehicleModel(
            "LFT12AC00", "福田牌FT12-1", .tractor, .diesel, ml: 815, power: 88, seats: 1, curb: 590, engine: "S195"),
        VehicleModel(
            "LTG26TY00", "时风牌SF-26TY", .tractor, .diesel, ml: 1532, power: 191, seats: 2, curb: 1350, load: 1000,
            engine: "ZS1125"),
    ]
}
