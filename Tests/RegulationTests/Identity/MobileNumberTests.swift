import Regulation
import Testing

struct MobileNumberTests {
    @Test(arguments: IdentifierSamples.table.mobile.valid) func `a valid number is read as it is`(text: String) {
        #expect(MobileNumber.read(text).value?.text == text)
        #expect(MobileNumber.read(text).repairs.isEmpty)
    }

    @Test(arguments: IdentifierSamples.table.mobile.invalid) func `an invalid number is refused`(text: String) {
        #expect(MobileNumber.read(text).value == nil)
        #expect(MobileNumber.read(text).faults.map(\.code) == ["phoneForm"])
    }

    @Test(arguments: ["+8613800138000", "+86 138 0013 8000", "0086-138-0013-8000", "8613800138000", "＋86 13800138000"])
    func `the country code is left out and noted`(written: String) {
        let reading = MobileNumber.read(written)
        #expect(reading.value?.text == "13800138000")
        #expect(reading.repairs.contains(.countryCodeRemoved))
    }

    @Test func `a masked number shows seven digits`() {
        #expect(MobileNumber(canonical: "13800131234")?.masked == "138****1234")
        #expect(MobileNumber(canonical: "1380013123") == nil)
    }
}
