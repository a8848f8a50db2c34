import Crypto
import DurableFiles
import FoundationEssentials
import Registry

/// Writes a sealed file; it has its name when `finish` returns, and not before.
final class SealedWriter {
    /// Tells this file from every other, also from one of the same name.
    let identity: [UInt8]
    private let file: DurableWriter
    private let key: SymmetricKey
    private var number: UInt64 = 0
    private var waiting: [UInt8] = []

    /// `name` is where the file belongs, which its contents are bound to.
    init(directory: String, name: String, key: SymmetricKey, random: any RandomSource) throws {
        identity = random.bytes(count: SealedStream.saltLength)
        self.key = SealedStream.key(key, salt: identity, name: name)
        file = try DurableWriter(path: "\(directory)/\(name)", mode: 0o600)
        waiting.reserveCapacity(2 * SealedStream.pieceLength)
        try file.write(SealedStream.magic + identity)
    }

    func write(_ bytes: [UInt8]) throws {
        waiting += bytes
        // The last piece is known by its being the last, so one is always kept back.
        var start = 0
        while waiting.count - start > SealedStream.pieceLength {
            try seal(Array(waiting[start..<(start + SealedStream.pieceLength)]), isLast: false)
            start += SealedStream.pieceLength
        }
        waiting.removeFirst(start)
    }

    func finish() throws {
        try seal(waiting, isLast: true)
        try file.finish()
    }

    private func seal(_ piece: [UInt8], isLast: Bool) throws {
        let box = try AES.GCM.seal(piece, using: key, nonce: SealedStream.nonce(number, isLast: isLast))
        number += 1
        try file.write(Array(box.ciphertext) + Array(box.tag))
    }
}
