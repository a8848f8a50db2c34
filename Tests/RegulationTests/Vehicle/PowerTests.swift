import Regulation
import Testing

struct PowerTests {
    @Test(arguments: [
        ("11.0", 11_000_000, "11"), ("14.7", 14_700_000, "14.7"), ("90", 90_000_000, "90"), ("0.000001", 1, "0.000001"),
        ("9999999.999999", 9_999_999_999_999, "9999999.999999"),
    ])
    func `kilowatts are read to the milliwatt and written as short as they go`(
        text: String, milliwatts: Int64, written: String
    ) throws {
        let power = try #require(Power(kilowatts: text))
        #expect(power.milliwatts == milliwatts)
        #expect(power.kilowattText == written)
    }

    @Test(arguments: ["", "-1", "14.", ".7", "14.7000000", "14,7", "1e3", "99999999", "14.7 kW", "１１"])
    func `anything else is no power`(text: String) { #expect(Power(kilowatts: text) == nil) }
}
