import Crypto
import DurableFiles
import Foundation

/// Reads a sealed file; every piece is proven before any of it is handed on.
final class SealedReader {
    let identity: [UInt8]
    private let handle: FileHandle
    private let path: String
    private let key: SymmetricKey
    private var number: UInt64 = 0
    /// What was read ahead: whether a piece is the last is known by what follows it.
    private var ahead: [UInt8]
    private var isDone = false

    /// Throws a `BackupFault` for a file that is missing, or is none of ours.
    init(directory: String, name: String, key: SymmetricKey) throws {
        path = "\(directory)/\(name)"
        guard let handle = FileHandle(forReadingAtPath: path) else { throw BackupFault.missing(path) }
        self.handle = handle
        let head = try Self.read(handle, SealedStream.magic.count + SealedStream.saltLength)
        guard head.starts(with: SealedStream.magic), head.count == SealedStream.magic.count + SealedStream.saltLength
        else { throw BackupFault.damaged(path) }
        identity = Array(head.dropFirst(SealedStream.magic.count))
        self.key = SealedStream.key(key, salt: identity, name: name)
        ahead = try Self.read(handle, SealedStream.pieceLength + SealedStream.tagLength)
    }

    deinit { try? handle.close() }

    /// The next bytes; `nil` at the end. Throws `BackupFault.damaged` for what is not as it was written, and for a file
    /// that was cut off.
    func next() throws -> [UInt8]? {
        guard !isDone else { return nil }
        let piece = ahead
        ahead = try Self.read(handle, SealedStream.pieceLength + SealedStream.tagLength)
        isDone = ahead.isEmpty
        let tag = SealedStream.tagLength
        guard piece.count >= tag,
            let box = try? AES.GCM.SealedBox(
                nonce: SealedStream.nonce(number, isLast: isDone), ciphertext: piece.dropLast(tag),
                tag: piece.suffix(tag)),
            let plain = try? AES.GCM.open(box, using: key)
        else { throw BackupFault.damaged(path) }
        number += 1
        return Array(plain)
    }

    private static func read(_ handle: FileHandle, _ count: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count, let more = try handle.read(upToCount: count - bytes.count), !more.isEmpty {
            bytes += more
        }
        return bytes
    }
}
