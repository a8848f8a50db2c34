import Regulation
import Testing

struct IdentityDocumentTests {
    @Test(arguments: IdentifierSamples.table.idCard.valid) func `a resident is known`(text: String) {
        guard case .resident(let number) = IdentityDocument.read(text).value else {
            Issue.record("not read as a resident")
            return
        }
        #expect(number.text == text)
    }

    @Test(arguments: IdentifierSamples.table.uscc.valid + (IdentifierSamples.table.uscc.legacyExceptions ?? []))
    func `an organisation is known`(text: String) {
        guard case .organisation(let code) = IdentityDocument.read(text).value else {
            Issue.record("not read as an organisation")
            return
        }
        #expect(code.text == text)
    }

    @Test(arguments: ResidentNumberTests.invalid + IdentifierSamples.table.uscc.invalid)
    func `an irregular number is kept with a warning`(text: String) {
        let reading = IdentityDocument.read(text)
        #expect(reading.value == .other(text))
        #expect(reading.warnings.map(\.code) == ["documentIrregular"])
        #expect(reading.faults.isEmpty)
    }

    @Test func `a mistyped resident number that happens to pass as an organisation's is still irregular`() {
        let text = "11010519491331002X"
        #expect(UnifiedSocialCreditCode.read(text).value != nil)
        #expect(IdentityDocument.read(text).value == .other(text))
    }

    @Test(arguments: ["E12345678", "EA1234567", "H1234567800", "g12345678"])
    func `a passport or permit is kept without a warning`(text: String) {
        let reading = IdentityDocument.read(text)
        #expect(reading.value == .other(text.uppercased()))
        #expect(reading.warnings.isEmpty)
    }

    @Test func `nothing, too much and control characters are faults`() {
        #expect(IdentityDocument.read(" ").faults.map(\.code) == ["documentEmpty"])
        #expect(IdentityDocument.read(String(repeating: "9", count: 65)).faults.map(\.code) == ["documentTooLong"])
        #expect(IdentityDocument.read("A\u{0}1").faults.map(\.code) == ["documentCharacter"])
    }

    @Test func `masks show little`() {
        #expect(IdentityDocument.read("11010519491231002X").value?.masked == "110***********002X")
        #expect(IdentityDocument.read("E12345678").value?.masked == "E******78")
        #expect(IdentityDocument.other("12").masked == "**")
    }
}
