import Regulation
import Testing

struct EngineNumberTests {
    @Test(arguments: ["0012345", "B48B20A-0012", "*K9K/F4R*", "A.1(2)", "7"])
    func `letters, digits and the usual signs stay as they are`(text: String) {
        let reading = EngineNumber.read(text)
        #expect(reading.value?.text == text)
        #expect(reading.warnings.isEmpty)
        #expect(reading.repairs.isEmpty)
    }

    @Test func `spaces, small and full-width letters are mended`() {
        let reading = EngineNumber.read(" b48　Ｂ20a（1）")
        #expect(reading.value?.text == "B48B20A(1)")
        #expect(reading.repairs == [.spaceRemoved, .lowerCase, .fullWidth])
        #expect(reading.warnings.isEmpty)
    }

    @Test func `an unusual sign is a warning`() {
        #expect(EngineNumber.read("4G63#12").value?.text == "4G63#12")
        #expect(EngineNumber.read("4G63#12").warnings.map(\.code) == ["engineNumberIrregular"])
    }

    @Test(arguments: [
        ("", "engineNumberEmpty"), ("  ", "engineNumberEmpty"), ("A\u{7F}", "engineNumberCharacter"),
        (String(repeating: "A", count: 31), "engineNumberLength"),
        (String(repeating: "A", count: 65), "engineNumberTooLong"),
    ])
    func `each fault has its code`(written: String, code: String) {
        #expect(EngineNumber.read(written).faults.map(\.code) == [code])
    }

    @Test func `a mask shows four characters at most`() {
        #expect(EngineNumber(canonical: "B48B20A")?.masked == "***B20A")
        #expect(EngineNumber(canonical: "B48")?.masked == "***")
        #expect(EngineNumber(canonical: "") == nil)
    }
}
