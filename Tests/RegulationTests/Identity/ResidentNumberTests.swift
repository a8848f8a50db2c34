import Regulation
import Testing

struct ResidentNumberTests {
    static let table = IdentifierSamples.table.idCard
    private static let smallX = "11010519491231002x (lower-case: normalise to X)"
    static let invalid = table.invalid.filter { $0 != smallX }

    @Test(arguments: table.valid) func `a valid number is read without a word — GB 11643`(text: String) {
        let reading = ResidentNumber.read(text)
        #expect(reading.value?.text == text)
        #expect(reading.warnings.isEmpty)
        #expect(reading.repairs.isEmpty)
    }

    @Test(arguments: invalid) func `an invalid number is refused`(text: String) {
        let reading = ResidentNumber.read(text)
        #expect(reading.value == nil)
        #expect(!reading.faults.isEmpty)
        #expect(reading.faults.allSatisfy { !$0.message.contains(text) })
    }

    @Test func `a small x is raised`() {
        #expect(Self.table.invalid.contains(Self.smallX))
        let reading = ResidentNumber.read("11010519491231002x")
        #expect(reading.value?.text == "11010519491231002X")
        #expect(reading.repairs == [.lowerCase])
    }

    @Test(arguments: [
        ("110101194902300026", ["residentNumberBirthDate", "residentNumberCheck"]),
        ("110105194912310021", ["residentNumberCheck"]),
        ("1101051949123100", ["residentNumberLength"]), ("010105194912310021", ["residentNumberForm"]),
        ("1101051949123100X1", ["residentNumberForm"]), ("11010519491231002A", ["residentNumberForm"]),
        ("110105170012310021", ["residentNumberBirthDate", "residentNumberCheck"]), ("", ["residentNumberEmpty"]),
    ])
    func `each fault has its code`(written: String, codes: [String]) {
        #expect(ResidentNumber.read(written).faults.map(\.code) == codes)
    }

    @Test func `a birth in the future is a fault, one 150 years ago a warning, and only with a day given`() {
        let text = "110101199003070011"
        let dayBefore = CivilDate(year: 1990, month: 3, day: 6)
        let day = CivilDate(year: 1990, month: 3, day: 7)
        #expect(ResidentNumber.read(text, on: dayBefore).faults.map(\.code) == ["residentNumberBirthDate"])
        #expect(ResidentNumber.read(text, on: day).value?.text == text)
        let old = "440524188001010014"
        #expect(ResidentNumber.read(old).warnings.isEmpty)
        #expect(ResidentNumber.read(old, on: CivilDate(year: 2030, month: 1, day: 1)).warnings.isEmpty)
        let later = ResidentNumber.read(old, on: CivilDate(year: 2030, month: 1, day: 2))
        #expect(later.warnings.map(\.code) == ["residentNumberAge"])
    }

    @Test func `an old number of 15 digits is refused with the new one proposed`() {
        let reading = ResidentNumber.read("110105491231002")
        #expect(reading.faults.map(\.code) == ["residentNumberOldForm"])
        #expect(reading.proposal == "11010519491231002X")
    }

    @Test func `each wrong digit is noticed`() {
        let text = Array("11010519491231002X".utf8)
        for position in 0..<17 {
            for digit in UInt8(0x30)...0x39 where digit != text[position] {
                var changed = text
                changed[position] = digit
                #expect(ResidentNumber.checkCharacter(of: changed) != text[17])
            }
        }
    }

    @Test func `the middle is masked`() {
        #expect(ResidentNumber(canonical: "11010519491231002X")?.masked == "110***********002X")
        #expect(ResidentNumber(canonical: "1101051949123100") == nil)
    }
}
