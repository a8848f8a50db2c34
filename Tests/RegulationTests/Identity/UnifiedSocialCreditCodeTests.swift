import Regulation
import Testing

struct UnifiedSocialCreditCodeTests {
    static let table = IdentifierSamples.table.uscc

    @Test(arguments: table.valid) func `a valid code is read without a word — GB 32100`(text: String) {
        let reading = UnifiedSocialCreditCode.read(text)
        #expect(reading.value?.text == text)
        #expect(reading.warnings.isEmpty)
        #expect(reading.repairs.isEmpty)
        #expect(UnifiedSocialCreditCode.checkCharacter(of: text.utf8) == text.utf8.last)
    }

    @Test(arguments: table.invalid) func `an invalid code is refused`(text: String) {
        let reading = UnifiedSocialCreditCode.read(text)
        #expect(reading.value == nil)
        #expect(reading.faults.count == 1)
    }

    @Test(arguments: table.legacyExceptions ?? []) func `a code issued with a wrong check character is a warning`(
        text: String
    ) {
        let reading = UnifiedSocialCreditCode.read(text)
        #expect(reading.value?.text == text)
        #expect(reading.warnings.map(\.code).contains("socialCreditCodeLegacy"))
    }

    @Test func `a letter the code does not know is proposed as its digit, if the check character then fits`() {
        #expect(UnifiedSocialCreditCode.read("9135010OM000100Y43").proposal == "91350100M000100Y43")
        #expect(UnifiedSocialCreditCode.read("91350100M000100I43").proposal == nil)
    }

    @Test func `each change of one character is noticed`() {
        let text = Array("91350100M000100Y43".utf8)
        for position in text.indices.dropLast() {
            for byte in "0123456789ABCDEFGHJKLMNPQRTUWXY".utf8 where byte != text[position] {
                var changed = text
                changed[position] = byte
                #expect(UnifiedSocialCreditCode.checkCharacter(of: changed) != text.last)
            }
        }
    }

    @Test func `a wrong check digit of the organisation within is a warning`() throws {
        var bytes = Array("91350100M000100X4".utf8)
        let check = try #require(UnifiedSocialCreditCode.checkCharacter(of: bytes))
        bytes.append(check)
        let reading = UnifiedSocialCreditCode.read(String(decoding: bytes, as: UTF8.self))
        #expect(reading.value != nil)
        #expect(reading.warnings.map(\.code) == ["organisationCodeCheck"])
    }

    @Test func `small letters are mended and the middle is masked`() {
        let reading = UnifiedSocialCreditCode.read("91350100m000100y43")
        #expect(reading.value?.text == "91350100M000100Y43")
        #expect(reading.repairs == [.lowerCase])
        #expect(reading.value?.masked == "913***********0Y43")
    }
}
