import Regulation

extension VehicleModel {
    // The first nine characters of each VIN below are maker, descriptor and plant. Makers' identifiers and model names
    // are real; figures are rounded from public catalogues, the descriptors invented in their makers' manner.

    static let cars: [VehicleModel] = [
        VehicleModel("LFV2A21K3", "大众汽车牌FV7144BADBG", ml: 1395, power: 1100, seats: 5, curb: 1345, engine: "EA211"),
        VehicleModel("LFV3A23C3", "奥迪牌FV7203BECBG", ml: 1984, power: 1400, seats: 5, curb: 1665, engine: "DKW"),
        VehicleModel("LSVFA49J2", "大众汽车牌SVW71413AM", ml: 1395, power: 1100, seats: 5, curb: 1390, engine: "CST"),
        VehicleModel("LSVNY4182", "斯柯达牌SVW71611JM", ml: 1598, power: 810, seats: 5, curb: 1255, engine: "DLF"),
        VehicleModel("LGXC16DF0", "比亚迪牌QCJ7150A2", ml: 1498, power: 800, seats: 5, curb: 1170, engine: "BYD473"),
        VehicleModel(
            "LHGCV1658", "雅阁牌HG7154DAC5A", ml: 1498, power: 1430, seats: 5, curb: 1466, since: 2018, engine: "L15BN"),
        VehicleModel("LHGGM2538", "飞度牌HG7153ADC4", ml: 1498, power: 960, seats: 5, curb: 1085, engine: "L15B5"),
        VehicleModel("LVSHFFMLF", "福特牌CAF7152A5", ml: 1499, power: 900, seats: 5, curb: 1265, engine: "CAF479Q"),
        VehicleModel("LZWADAGA8", "五菱牌LZW6447BF", ml: 1485, power: 730, seats: 7, curb: 1285, engine: "L2B"),
        VehicleModel(
            "LZWACAGA8", "宝骏牌LZW6470VVY", ml: 1451, power: 1080, seats: 7, curb: 1470, since: 2015, engine: "LJO"),
        VehicleModel("LBEHDAEBY", "北京现代牌BH7160LAA", ml: 1591, power: 900, seats: 5, curb: 1210, engine: "G4FG"),
        VehicleModel("LBECFAHC0", "北京现代牌BH7203LAY", ml: 1999, power: 1180, seats: 5, curb: 1415, engine: "G4NC"),
        VehicleModel("LGBH52E0S", "东风日产牌DFL7168VBL2", ml: 1598, power: 930, seats: 5, curb: 1207, engine: "HR16DE"),
        VehicleModel("LGBM4AE4S", "东风日产牌DFL7201VGK1", ml: 1997, power: 1110, seats: 5, curb: 1520, engine: "MR20DE"),
        VehicleModel("LFMAP86C0", "花冠牌TV7161GL", ml: 1598, power: 900, seats: 5, curb: 1230, engine: "1ZR"),
        VehicleModel("LFMJ34AF3", "丰田牌TV6480GL", ml: 1987, power: 1260, seats: 5, curb: 1570, engine: "M20C"),
        VehicleModel(
            "LVGBF53K6", "凯美瑞牌GTM7200VA", ml: 1987, power: 1310, seats: 5, curb: 1545, since: 2018, engine: "M20A"),
        VehicleModel("LVGDC46A6", "汉兰达牌GTM6480ASL", ml: 1998, power: 1620, seats: 7, curb: 1970, engine: "8AR"),
        VehicleModel("LSGGF59B2", "别克牌SGM7158DAA2", ml: 1490, power: 840, seats: 5, curb: 1225, engine: "L3G"),
        VehicleModel("LSGUA84L4", "别克牌SGM6522UBA1", ml: 1998, power: 1740, seats: 7, curb: 2050, engine: "LXH"),
        VehicleModel("LB37522Z0", "吉利美日牌MR7152B02", ml: 1498, power: 760, seats: 5, curb: 1215, engine: "JLC4G15"),
        VehicleModel(
            "LB37724S5", "吉利美日牌MR6453D01", ml: 1477, power: 1300, seats: 5, curb: 1530, since: 2018, engine: "JLH3G15"),
        VehicleModel("LGWEF4A50", "哈弗牌CC6460RM0G", ml: 1497, power: 1240, seats: 5, curb: 1600, engine: "GW4B15"),
        VehicleModel("LVVDB11B2", "奇瑞牌SQR7150T18T", ml: 1498, power: 1080, seats: 5, curb: 1400, engine: "SQRE4T15"),
        VehicleModel("LS5A2ABR7", "长安牌SC7159EAA6", ml: 1480, power: 770, seats: 5, curb: 1250, engine: "JL473Q"),
        VehicleModel("LBV5S1101", "宝马牌BMW7201HM", ml: 1998, power: 1350, seats: 5, curb: 1590, engine: "B48B20"),
        VehicleModel("LE4WG4CB5", "北京奔驰牌BJ7204FEL", ml: 1991, power: 1350, seats: 5, curb: 1650, engine: "264920"),
    ]

    static let electricCars: [VehicleModel] = [
        VehicleModel(
            "LGXCE4CB0", "比亚迪牌BYD7009BEV1", .passenger, .batteryElectric, power: 1500, seats: 5, curb: 1650,
            since: 2018, engine: "TZ200XSQ"),
        VehicleModel(
            "LGXCE6CC0", "比亚迪牌BYD7004BEV3", .passenger, .batteryElectric, power: 550, seats: 5, curb: 1160, since: 2021,
            engine: "TZ180XSA"),
        VehicleModel(
            "LRWYGCEKC", "特斯拉牌TSL6480BEVAR0", .passenger, .batteryElectric, power: 1940, seats: 5, curb: 1929,
            since: 2021, engine: "3D1"),
        VehicleModel(
            "LRW3E7FAC", "特斯拉牌TSL7000BEVAR1", .passenger, .batteryElectric, power: 1940, seats: 5, curb: 1761,
            since: 2020, engine: "3D6"),
        VehicleModel(
            "LZWADAGBE", "五菱牌LZW7004EVA0F", .passenger, .batteryElectric, power: 200, seats: 4, curb: 665, since: 2020,
            engine: "TZ160XS"),
        VehicleModel(
            "LMWDT1S51", "埃安牌GAM7000BEVA0C", .passenger, .batteryElectric, power: 1000, seats: 5, curb: 1580,
            since: 2019, engine: "TZ220XY"),
        VehicleModel(
            "LB378Y4W0", "吉利美日牌MR7002BEV05", .passenger, .batteryElectric, power: 1300, seats: 5, curb: 1560,
            since: 2016, engine: "TZ230XS"),
        VehicleModel(
            "LFV1A3EB3", "大众汽车牌FV6460BABEV", .passenger, .batteryElectric, power: 1500, seats: 5, curb: 2120,
            since: 2021, engine: "EBJ"),
        VehicleModel(
            "LNBSCB3F1", "北京牌BJ7000C5E3BEV", .passenger, .batteryElectric, power: 800, seats: 5, curb: 1390,
            since: 2015, engine: "TZ210X"),
    ]

    static let hybridCars: [VehicleModel] = [
        VehicleModel(
            "LGXC74C40", "比亚迪牌BYD7152WT6HEV2", .passenger, .plugInHybrid, ml: 1498, power: 810, seats: 5, curb: 1500,
            since: 2021, engine: "BYD472QA"),
        VehicleModel(
            "LGXCD6D40", "比亚迪牌BYD6480MT6HEV", .passenger, .plugInHybrid, ml: 1498, power: 1020, seats: 7, curb: 2100,
            since: 2015, engine: "BYD476ZQA"),
        VehicleModel(
            "LW433B110", "理想牌LXA6500SHEVM1", .passenger, .plugInHybrid, ml: 1496, power: 1130, seats: 5, curb: 2230,
            since: 2019, engine: "L2E15M"),
        VehicleModel(
            "LSVUB6E32", "大众汽车牌SVW7141EPHEV", .passenger, .plugInHybrid, ml: 1395, power: 1100, seats: 5, curb: 1720,
            since: 2016, engine: "DJZ"),
        VehicleModel(
            "LSJWR4093", "荣威牌CSA7154FPHEV1", .passenger, .plugInHybrid, ml: 1490, power: 1240, seats: 5, curb: 1600,
            since: 2015, engine: "15E4E"),
    ]

    static let vans: [VehicleModel] = [
        VehicleModel(
            "LJXBMCH1F", "江铃全顺牌JX6580TA-M6", .passenger, .diesel, ml: 2198, power: 1000, seats: 9, curb: 2280,
            engine: "JX4D22"),
        VehicleModel(
            "LKLR1AS93", "海格牌KLQ6601E5", .passenger, .diesel, ml: 2982, power: 960, seats: 18, curb: 3950,
            engine: "4JB1"),
        VehicleModel(
            "LJXCMDHBF", "江铃全顺牌JX6501TA-M6", .passenger, .diesel, ml: 1993, power: 1040, seats: 7, curb: 2050,
            engine: "JX4D20"),
    ]
}
