import Crypto

/// Seals rows in place of the rim's sealer, bound to their place as there. The nonce is counted, for a simulation may
/// draw nothing by chance.
struct StandInSealer {
    struct Damaged: Error {}

    private let key = SymmetricKey(data: [UInt8](repeating: 0x5A, count: 32))
    private var count: UInt64 = 0

    mutating func seal(_ plain: [UInt8], at place: RowKey) throws -> [UInt8] {
        count += 1
        let nonce = withUnsafeBytes(of: count.bigEndian) { Array($0) } + [0, 0, 0, 0]
        let box = try AES.GCM.seal(
            plain, using: key, nonce: AES.GCM.Nonce(data: nonce), authenticating: Array(place.name.utf8))
        return nonce + Array(box.ciphertext) + Array(box.tag)
    }

    func open(_ sealed: [UInt8], at place: RowKey) throws -> [UInt8] {
        guard let box = try? AES.GCM.SealedBox(combined: sealed),
            let plain = try? AES.GCM.open(box, using: key, authenticating: Array(place.name.utf8))
        else { throw Damaged() }
        return Array(plain)
    }
}
