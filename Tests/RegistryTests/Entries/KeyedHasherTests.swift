import Crypto
import Registry
import Regulation
import Testing

/// Look-up keys: the same thing under the same key is found again, nothing else is.
@Suite struct KeyedHasherTests {
    private let hasher = KeyedHasher(key: SymmetricKey(data: [UInt8](repeating: 1, count: 32)))

    @Test func `kind, text and the registry's own key make the look-up key`() {
        let key = hasher.key(.vin, "LSVAM4187C2123456")
        #expect(key == hasher.key(.vin, "LSVAM4187C2123456"))
        #expect(key != hasher.key(.engine, "LSVAM4187C2123456"))
        #expect(key != hasher.key(.vin, "LSVAM4187C2123457"))
        let other = KeyedHasher(key: SymmetricKey(data: [UInt8](repeating: 2, count: 32)))
        #expect(key != other.key(.vin, "LSVAM4187C2123456"))
    }

    @Test func `a plate is found whatever its category`() throws {
        let car = CoverageQuestion.Subject.plate(plate("京A12345"), PlateCategory(code: "02"))
        #expect(hasher.key(of: car) == hasher.key(of: plate("京A12345")))
    }

    @Test func `one insurer's policy number is not another's`() {
        #expect(
            hasher.key(ofPolicy: "P1", insurer: insurer("PICC")) != hasher.key(ofPolicy: "P1", insurer: insurer("CPIC"))
        )
    }
}
