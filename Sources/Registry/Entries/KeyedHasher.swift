package import Crypto
package import Regulation
import TransparencyLog

/// Makes look-up keys: `SHA-256(key ‖ kind ‖ text)` cut to 64 bits.
///
/// With three quarters of the digest cut off nothing can be appended to a hash of this form, which is what HMAC's
/// second pass would guard against; short texts fit one block, and five are hashed for every record.
package struct KeyedHasher: Sendable {
    private let key: [UInt8]

    /// The key has 32 bytes.
    package init(key: SymmetricKey) { self.key = key.withUnsafeBytes { Array($0) } }

    package enum Kind: UInt8, Sendable {
        case vin = 1
        case engine, plate, policy, person, client, record, request, quarantine, sharedPlate
    }

    package func key(_ kind: Kind, _ text: String) -> LookupKey {
        var text = text
        return text.withUTF8 { key(kind, of: UnsafeRawBufferPointer($0)) }
    }

    package func key(_ kind: Kind, bytes: [UInt8]) -> LookupKey {
        bytes.withUnsafeBytes { key(kind, of: $0) }
    }

    private func key(_ kind: Kind, of bytes: UnsafeRawBufferPointer) -> LookupKey {
        withUnsafeTemporaryAllocation(byteCount: key.count + 1 + bytes.count, alignment: 8) { buffer in
            key.withUnsafeBytes { buffer.copyMemory(from: $0) }
            buffer[key.count] = kind.rawValue
            UnsafeMutableRawBufferPointer(rebasing: buffer[(key.count + 1)...]).copyMemory(from: bytes)
            return LookupKey(Int64(bitPattern: Hash(of: UnsafeRawBufferPointer(buffer)).halves.first.0))
        }
    }

    package func key(of vin: VIN) -> LookupKey { key(.vin, vin.text) }

    package func key(of engine: EngineNumber) -> LookupKey { key(.engine, engine.text) }

    package func key(of plate: PlateNumber) -> LookupKey { key(.plate, plate.text) }

    package func key(of subject: CoverageQuestion.Subject) -> LookupKey {
        switch subject {
        case .plate(let plate, _): key(of: plate)
        case .vin(let vin): key(of: vin)
        }
    }

    package func key(ofPolicy number: String, insurer: InsurerCode) -> LookupKey {
        key(.policy, "\(insurer.text)/\(number)")
    }
}
