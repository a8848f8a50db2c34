import Regulation
import Testing

struct PlateNumberTests {
    @Test func `full-width and decorated plates come to their plain form — GA 36-2018`() {
        for written in [
            "京Ａ１２３４５", " 京A·12345 ", "京Ａ・12345", "京A•12345", "京a‧12345", "京A／12345", "京\u{3000}A_12345",
            "\u{FEFF}京A12345",
        ] {
            let reading = PlateNumber.read(written)
            #expect(reading.value?.text == "京A12345")
            #expect(!reading.repairs.isEmpty)
        }
        #expect(PlateNumber.read("京ａ·１2345").repairs == [.fullWidth, .lowerCase, .separatorRemoved])
        #expect(PlateNumber.read("\u{2F62}A12345").value?.text == "甘A12345")
    }

    @Test func `I and O never stand in a plate, and the digit is only proposed — GA 36-2018`() {
        let letterO = PlateNumber.read("京A1234O")
        #expect(letterO.value == nil)
        #expect(letterO.faults.map(\.code) == ["plateLetter"])
        #expect(letterO.proposal == "京A12340")
        #expect(PlateNumber.read("京A1I345").proposal == "京A11345")
        #expect(PlateNumber.read("粤b·dO1234").proposal == "粤BD01234")
        #expect(PlateNumber.read("VA1234O").proposal == "VA12340")
    }

    @Test func `the letter of an office has no obvious repair`() {
        let reading = PlateNumber.read("京I12345")
        #expect(reading.faults.map(\.code) == ["plateIssuerLetter"])
        #expect(reading.proposal == nil)
        #expect(PlateNumber.read("京O1234I").faults.map(\.code) == ["plateIssuerLetter", "plateLetter"])
    }

    @Test func `a traditional character is a fault with the simplified one proposed`() {
        #expect(PlateNumber.read("粵B12345").proposal == "粤B12345")
        #expect(PlateNumber.read("粵B12345").value == nil)
        #expect(PlateNumber.read("蘇A1111掛").proposal == "苏A1111挂")
    }

    @Test(arguments: [
        ("", "plateEmpty"), (" ·- ", "plateEmpty"), ("A12345", "plateProvince"), ("港A12345", "plateProvince"),
        ("京A12?45", "plateCharacter"), ("京A1234", "plateLength"), ("京A1234567", "plateLength"),
        ("粤BL12345", "plateForm"), ("粤A1234港", "plateForm"), ("京A12挂45", "plateForm"),
        (String(repeating: "京", count: 22), "plateTooLong"),
    ])
    func `each fault has its code`(written: String, code: String) {
        let reading = PlateNumber.read(written)
        #expect(reading.value == nil)
        #expect(reading.faults.map(\.code) == [code])
        #expect(reading.proposal == nil)
    }

    @Test func `all that is wrong is said at once`() {
        #expect(PlateNumber.read("*A1O?45").faults.map(\.code) == ["plateProvince", "plateCharacter", "plateLetter"])
    }

    @Test func `the temporary form is tried with category 22 or a mark, and not else`() {
        #expect(PlateNumber.read("京A123456").value == nil)
        #expect(PlateNumber.read("京A123456", category: PlateCategory(code: "02")).value == nil)
        let stated = PlateNumber.read("京A123456", category: .temporary)
        #expect(stated.value?.form == .temporary)
        #expect(stated.warnings.isEmpty)
        #expect(stated.value?.permittedCategories.contains(.temporary) == true)
        for marked in ["临沪A1234", "沪A123456临", "沪A12345超", "沪A12345试", "临沪A123456临"] {
            #expect(PlateNumber.read(marked).value?.form == .temporary)
        }
    }

    @Test func `an ordinary number may be temporary when its category says so`() {
        let reading = PlateNumber.read("京A12345", category: .temporary)
        #expect(reading.value?.form == .ordinary)
        #expect(reading.warnings.isEmpty)
        #expect(reading.value?.permittedCategories.contains(.temporary) == false)
    }

    @Test func `a test plate may be a temporary one`() {
        let codes = PlateNumber.read("京A1234试").value?.permittedCategories.map(\.code)
        #expect(codes == ["18", "19", "20", "21", "22", "99"])
        #expect(PlateNumber.read("京A1234试", category: .temporary).warnings.isEmpty)
    }

    @Test func `a category the form does not permit is a warning — GA/T 16.7`() {
        let reading = PlateNumber.read("粤BD12345", category: PlateCategory(code: "02"))
        #expect(reading.value?.text == "粤BD12345")
        #expect(reading.warnings.map(\.code) == ["plateCategoryMismatch"])
        #expect(reading.warnings.first?.path == "plateCategory")
        #expect(PlateNumber.read("粤BD12345", category: PlateCategory(code: "52")).warnings.isEmpty)
        #expect(PlateNumber.read("京A12345", category: PlateCategory(code: "41")).warnings.count == 1)
    }

    @Test func `an ordinary number may belong to a car, a motorcycle, a low-speed truck or a tractor`() throws {
        let codes = try #require(PlateNumber.read("京A12345").value).permittedCategories.map(\.code)
        for code in ["01", "02", "07", "08", "13", "14", "99"] { #expect(codes.contains(code)) }
        for code in ["15", "41", "42", "43", "51", "52"] { #expect(!codes.contains(code)) }
        #expect(codes == codes.sorted())
    }

    @Test func `every form permits category 99 and lists its categories in order`() {
        for sample in PlateSampleTests.valid {
            let codes = PlateNumber(canonical: sample.text)?.permittedCategories.map(\.code) ?? []
            #expect(codes.last == "99")
            #expect(codes == Set(codes).sorted())
        }
    }

    @Test func `an office nobody has heard of is a warning only`() {
        #expect(PlateNumber.read("宁Z12345").warnings.map(\.code) == ["plateIssuerUnknown"])
        #expect(PlateNumber.read("宁Z12345").value?.text == "宁Z12345")
    }

    @Test(arguments: [
        ("京A12345", "京A·**345"), ("粤BD12345", "粤B·***345"), ("苏A1111挂", "苏A·**11挂"), ("224001使", "22·**01使"),
    ])
    func `a masked plate shows its office and three characters`(text: String, masked: String) {
        #expect(PlateNumber(canonical: text)?.masked == masked)
    }

    @Test func `the province is the one whose character the number bears`() {
        #expect(PlateNumber(canonical: "粤B12345")?.province?.code == "440000")
        #expect(PlateNumber(canonical: "临沪A1234")?.province?.name == "上海")
        #expect(PlateNumber(canonical: "WJ粤1234X")?.province?.name == "广东")
        #expect(PlateNumber(canonical: "224001使")?.province == nil)
        #expect(PlateNumber(canonical: "VA12345")?.province == nil)
    }

    @Test func `stored text is trusted but bounded`() {
        #expect(PlateNumber(canonical: "") == nil)
        #expect(PlateNumber(canonical: String(repeating: "A", count: 41)) == nil)
        #expect(PlateNumber(canonical: "anything")?.text == "anything")
        #expect(PlateNumber(canonical: "anything")?.permittedCategories.isEmpty == false)
    }
}
