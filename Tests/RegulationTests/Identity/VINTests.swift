import Regulation
import Testing

struct VINTests {
    private static let table = IdentifierSamples.table.vin
    static let valid = table.validReal + table.validSynthetic
    static let invalid = table.invalid

    @Test(arguments: valid) func `a valid VIN is read without a word — GB 16735`(text: String) {
        for reading in [VIN.read(text), VIN.readLenient(text)] {
            #expect(reading.value?.text == text)
            #expect(reading.warnings.isEmpty)
            #expect(reading.repairs.isEmpty)
            #expect(reading.value?.isRegular == true)
            #expect(reading.value?.checkDigitHolds == true)
        }
    }

    @Test(arguments: invalid) func `an invalid VIN is refused, or warned of when only its check digit is wrong`(
        sample: IdentifierSamples.Refused
    ) {
        let reading = VIN.read(sample.value)
        if sample.why == "check" {
            #expect(reading.value?.text == sample.value)
            #expect(reading.warnings.map(\.code) == ["vinCheckDigit"])
        } else {
            #expect(reading.value == nil)
            #expect(!reading.faults.isEmpty)
            #expect(reading.faults.allSatisfy { !$0.message.contains(sample.value) })
        }
    }

    @Test func `I, O and Q are faults with the digit proposed`() {
        #expect(VIN.read("IM8GDM9AXKP042788").faults.map(\.code) == ["vinLetter"])
        #expect(VIN.read("IM8GDM9AXKP042788").proposal == "1M8GDM9AXKP042788")
        #expect(VIN.read("1M8GDM9AXKPO42788").proposal == "1M8GDM9AXKP042788")
        #expect(VIN.read("1M8GDM9AXKPQ42788").proposal == "1M8GDM9AXKP042788")
        #expect(VIN.read("IM8GDM9AXKP04278").proposal == nil)
    }

    @Test func `every change of one character is noticed, save those that weigh the same`() {
        let text = Array("LSVAM4187C2184847".utf8)
        let alphabet = Array("0123456789ABCDEFGHJKLMNPRSTUVWXYZ".utf8)
        var noticed = 0
        var changes = 0
        for position in text.indices where position != 8 {
            for byte in alphabet where byte != text[position] {
                var changed = text
                changed[position] = byte
                changes += 1
                if VIN.checkDigit(of: changed) != text[8] { noticed += 1 }
            }
        }
        #expect(changes == 16 * 32)
        #expect(noticed * 100 > changes * 90)
        for digit in alphabet {
            var changed = text
            changed[8] = digit
            #expect(VIN.checkDigit(of: changed) == text[8])
        }
    }

    @Test func `the check digit needs 17 characters of the standard`() {
        #expect(VIN.checkDigit(of: "1M8GDM9A0KP042788".utf8) == UInt8(ascii: "X"))
        #expect(VIN.checkDigit(of: "1M8GDM9A0KP04278".utf8) == nil)
        #expect(VIN.checkDigit(of: "1M8GDM9A0KP0427888".utf8) == nil)
        #expect(VIN.checkDigit(of: "1M8GDM9A0KP04278O".utf8) == nil)
        #expect(VIN.checkDigit(of: "1M8GDM9A0KP04278é".utf8) == nil)
    }

    @Test(arguments: [
        ("", "vinEmpty"), ("- -", "vinEmpty"), ("LSVAM4187C218484", "vinLength"), ("LSVAM4187C21848477", "vinLength"),
        ("LSV***187C2184847", "vinCharacter"), ("车SVAM4187C2184847", "vinCharacter"),
        (String(repeating: "1", count: 65), "vinTooLong"),
    ])
    func `each fault of a query has its code`(written: String, code: String) {
        #expect(VIN.read(written).faults.map(\.code) == [code])
        #expect(VIN.read(written).value == nil)
    }

    @Test func `spaces, hyphens, small and full-width letters are mended`() {
        let reading = VIN.read("lsvam-4187 ｃ2184847")
        #expect(reading.value?.text == "LSVAM4187C2184847")
        #expect(reading.repairs == [.lowerCase, .separatorRemoved, .spaceRemoved, .fullWidth])
        #expect(VIN.readLenient("lsvam4187c2184847").value?.text == "LSVAM4187C2184847")
    }

    @Test(arguments: ["L123", "LSVAM4187O2184847", "LSVAM4187C218484", String(repeating: "7", count: 25)])
    func `an upload keeps an irregular VIN with a warning`(text: String) {
        let reading = VIN.readLenient(text)
        #expect(reading.value?.text == text)
        #expect(reading.warnings.map(\.code) == ["vinIrregular"])
        #expect(reading.value?.isRegular == false)
        #expect(reading.value?.checkDigitHolds == false)
    }

    @Test(arguments: [
        ("123", "vinLength"), (String(repeating: "7", count: 26), "vinLength"), ("LSV*********84847", "vinCharacter"),
        ("", "vinEmpty"), ("暂无", "vinCharacter"),
    ])
    func `an upload refuses what is no number at all`(written: String, code: String) {
        #expect(VIN.readLenient(written).faults.map(\.code) == [code])
    }

    @Test func `odd years and serials are warnings`() {
        var bytes = Array("LSVAM418702184847".utf8)
        bytes[8] = VIN.checkDigit(of: bytes) ?? 0
        #expect(VIN.read(String(decoding: bytes, as: UTF8.self)).warnings.map(\.code) == ["vinModelYear"])
        bytes = Array("LSVAM4187C2184A47".utf8)
        bytes[8] = VIN.checkDigit(of: bytes) ?? 0
        #expect(VIN.read(String(decoding: bytes, as: UTF8.self)).warnings.map(\.code) == ["vinSerial"])
    }

    @Test func `the suffix is the last six characters, and the mask hides just it`() {
        let vin = VIN(canonical: "LSVAM4187C2184847")
        #expect(vin?.suffix == "184847")
        #expect(vin?.masked == "LSVAM4187C2******")
        #expect(VIN(canonical: "L123")?.suffix == "L123")
        #expect(VIN(canonical: "L123")?.masked == "****")
        #expect(VIN(canonical: "") == nil)
    }
}
