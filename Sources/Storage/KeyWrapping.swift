import Crypto
import FoundationEssentials
import Registry

/// Wraps persons' keys under a key derived from the master key, each bound to its number and its person.
struct KeyWrapping: Sendable {
    private let key: SymmetricKey
    private let random: any RandomSource

    init(master: MasterKey, random: any RandomSource) {
        key = master.derived("person keys")
        self.random = random
    }

    /// nonce ‖ key ‖ tag.
    func wrap(_ bytes: [UInt8], number: Int64, person: LookupKey) throws -> [UInt8] {
        try wrap(bytes, place: Self.place(number) + Self.place(person.value))
    }

    /// Throws `wrongKey` for anything that was not wrapped for this number and person.
    func unwrap(_ wrapped: [UInt8], number: Int64, person: LookupKey) throws -> [UInt8] {
        try unwrap(wrapped, place: Self.place(number) + Self.place(person.value))
    }

    /// Wraps anew what was wrapped before persons were bound in.
    func rewrap(_ wrapped: [UInt8], number: Int64, person: LookupKey) throws -> [UInt8] {
        try wrap(unwrap(wrapped, place: Self.place(number)), number: number, person: person)
    }

    private func wrap(_ bytes: [UInt8], place: [UInt8]) throws -> [UInt8] {
        let box = try AES.GCM.seal(
            bytes, using: key, nonce: AES.GCM.Nonce(data: random.bytes(count: 12)), authenticating: place)
        return Array(box.nonce) + Array(box.ciphertext) + Array(box.tag)
    }

    private func unwrap(_ wrapped: [UInt8], place: [UInt8]) throws -> [UInt8] {
        guard wrapped.count == 60,
            let box = try? AES.GCM.SealedBox(
                nonce: AES.GCM.Nonce(data: wrapped[..<12]), ciphertext: wrapped[12..<44], tag: wrapped[44...]),
            let bytes = try? AES.GCM.open(box, using: key, authenticating: place)
        else { throw StorageFault.wrongKey }
        return Array(bytes)
    }

    private static func place(_ value: Int64) -> [UInt8] { withUnsafeBytes(of: value.bigEndian) { Array($0) } }
}
