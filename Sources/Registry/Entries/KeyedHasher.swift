package import Crypto
package import Regulation

/// Makes look-up keys: HMAC-SHA-256 under the registry's own key, cut to 64 bits, with a tag per kind of thing.
package struct KeyedHasher: Sendable {
    private let key: SymmetricKey

    package init(key: SymmetricKey) { self.key = key }

    package enum Kind: UInt8, Sendable {
        case vin = 1
        case engine, plate, policy, person, client, record, request, quarantine
    }

    package func key(_ kind: Kind, _ text: String) -> LookupKey {
        var text = text
        return text.withUTF8 { utf8 in
            withUnsafeTemporaryAllocation(byteCount: utf8.count + 1, alignment: 8) { buffer in
                buffer[0] = kind.rawValue
                UnsafeMutableRawBufferPointer(rebasing: buffer[1...]).copyMemory(from: UnsafeRawBufferPointer(utf8))
                return key(of: UnsafeRawBufferPointer(buffer))
            }
        }
    }

    package func key(_ kind: Kind, bytes: [UInt8]) -> LookupKey {
        ([kind.rawValue] + bytes).withUnsafeBytes { key(of: $0) }
    }

    private func key(of bytes: UnsafeRawBufferPointer) -> LookupKey {
        var code = HMAC<SHA256>(key: key)
        code.update(data: bytes)
        return LookupKey(code.finalize().withUnsafeBytes { $0.loadUnaligned(as: Int64.self) })
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
