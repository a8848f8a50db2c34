import Regulation
import Testing

struct RegionTests {
    @Test func `every region of the table is known by code and name — GB/T 2260`() {
        let table = IdentifierSamples.table.gbt2260
        for row in table.provinces + table.separatelyPlanned {
            #expect(Region(code: row.code)?.name == row.name)
            #expect(Region.read(row.name).value?.code == row.code)
            if let character = row.abbr { #expect(Region(code: row.code)?.plateCharacter == Character(character)) }
        }
        #expect(Region.all.count == 39)
        #expect(Region.all.map(\.code) == Region.all.map(\.code).sorted())
    }

    @Test(arguments: [
        ("北京市", "110000"), ("广西壮族自治区", "450000"), ("新疆维吾尔自治区", "650000"), ("内蒙古自治区", "150000"),
        ("深圳市", "440300"), ("广东省深圳市", "440300"), ("辽宁省大连市甘井子区", "210200"), ("广东省广州市", "440000"),
        ("香港特别行政区", "810000"), (" 北京 ", "110000"), ("110105", "110000"), ("440305", "440300"),
        ("440106", "440000"), ("210211", "210200"), ("２１０２００", "210200"),
    ])
    func `names, county codes and addresses lead to province or planned city`(written: String, code: String) {
        #expect(Region.read(written).value?.code == code)
    }

    @Test(arguments: ["", "990000", "11", "1100000", "海南藏族自治州", "北京路", "火星", "11010A"])
    func `other places are a fault`(written: String) {
        #expect(Region.read(written).value == nil)
        #expect(Region.read(written).faults.count == 1)
    }

    @Test func `a planned city bears its province's character`() {
        #expect(Region(code: "210200")?.plateCharacter == "辽")
        #expect(Region(code: "210200")?.province.code == "210000")
        #expect(Region(code: "210000")?.province.code == "210000")
        #expect(Region(code: "810000")?.plateCharacter == nil)
        #expect(Region(code: "440100") == nil)
    }
}
