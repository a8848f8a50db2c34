import Regulation
import Testing

struct VehicleTermTests {
    @Test(arguments: [
        ("passenger", "客车"), ("truck", "货车"), ("semiTrailerTractor", "半挂牵引车"), ("lowSpeedTruck", "低速载货汽车"),
        ("threeWheeler", "三轮汽车"), ("special", "特种车"), ("motorcycle", "摩托车"), ("tractor", "拖拉机"), ("trailer", "挂车"),
    ])
    func `a class is read by code and by term`(code: String, term: String) {
        #expect(VehicleClass.read(code).value?.rawValue == code)
        #expect(VehicleClass.read(term).value?.rawValue == code)
        #expect(VehicleClass(rawValue: code)?.chineseTerm == term)
    }

    @Test(arguments: [
        ("household", "家庭自用"), ("enterprise", "企业非营业"), ("government", "机关非营业"), ("rental", "出租租赁"),
        ("cityBus", "城市公交"), ("highwayCoach", "公路客运"), ("nonCommercial", "非营业"), ("commercial", "营业"),
    ])
    func `a use is read by code and by term`(code: String, term: String) {
        #expect(VehicleUse.read(code).value?.rawValue == code)
        #expect(VehicleUse.read(term).value?.rawValue == code)
        #expect(VehicleUse(rawValue: code)?.chineseTerm == term)
    }

    @Test(arguments: [
        ("petrol", ["汽油"]), ("diesel", ["柴油"]), ("gas", ["天然气", "燃气"]), ("batteryElectric", ["纯电动", "纯电"]),
        ("fuelCell", ["燃料电池"]), ("plugInHybrid", ["插电式混合动力", "插混"]),
    ])
    func `an energy is read by code and by each of its terms`(code: String, terms: [String]) {
        #expect(Energy.read(code).value?.rawValue == code)
        for term in terms { #expect(Energy.read(term).value?.rawValue == code) }
        #expect(Energy(rawValue: code)?.chineseTerm == terms.first)
    }

    @Test func `every case is tested above`() {
        #expect(VehicleClass.allCases.count == 9)
        #expect(VehicleUse.allCases.count == 8)
        #expect(Energy.allCases.count == 6)
    }

    @Test func `spaces and capitals are mended and noted`() {
        #expect(VehicleClass.read(" 客 车 ").repairs == [.spaceRemoved])
        #expect(VehicleUse.read("CITYBUS").value == .cityBus)
        #expect(VehicleUse.read("CITYBUS").repairs == [.letterCase])
        #expect(VehicleUse.read("cityBus").repairs.isEmpty)
    }

    @Test func `an unknown word is a fault that lists the words known`() {
        let reading = VehicleUse.read("自家用")
        #expect(reading.value == nil)
        #expect(reading.faults.map(\.code) == ["useUnknown"])
        #expect(reading.faults.first?.message.contains("家庭自用") == true)
        #expect(VehicleUse.read("").faults.map(\.code) == ["useEmpty"])
        #expect(VehicleClass.read(String(repeating: "车", count: 22)).faults.map(\.code) == ["vehicleClassTooLong"])
    }
}
