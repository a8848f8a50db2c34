import Regulation
import Testing

struct PlateCategoryTests {
    @Test(arguments: [
        ("02", "02"), ("2", "02"), ("小型汽车", "02"), ("小型汽车号牌", "02"), ("小型新能源汽车", "52"), ("普通摩托车", "07"),
        ("低速车", "13"), ("挂车", "15"), ("警用摩托车", "24"), ("９９", "99"), (" 52 ", "52"), ("武警号牌", "31"),
        ("普通摩托车（两、三轮）", "07"),
    ])
    func `a code of one or two digits and a name are read`(written: String, code: String) {
        #expect(PlateCategory.read(written).value?.code == code)
    }

    @Test func `a missing zero is added and noted`() {
        #expect(PlateCategory.read("2").repairs == [.leadingZeroAdded])
        #expect(PlateCategory.read("02").repairs.isEmpty)
        #expect(PlateCategory.read("２").repairs == [.fullWidth, .leadingZeroAdded])
    }

    @Test(arguments: ["00", "0", "28", "30", "40", "44", "50", "53", "98", "100", "2A", "-2", "轿车", "", "٢"])
    func `what the standard does not list is a fault`(written: String) {
        let reading = PlateCategory.read(written)
        #expect(reading.value == nil)
        #expect(reading.faults.count == 1)
        #expect(PlateCategory(code: written) == nil)
    }

    @Test func `categories are ordered by code`() {
        #expect(PlateCategory.all == PlateCategory.all.sorted())
        #expect(PlateCategory.all.count == 35)
        #expect(PlateCategory.temporary.name == "临时行驶车")
    }
}
