import Crypto
import Foundation
import Testing

@testable import Storage

/// A sealed file is read as it was written, whatever its length; nothing else is read at all.
@Suite struct SealedStreamTests {
    private let folder: String
    private let key = SymmetricKey(data: [UInt8](repeating: 5, count: 32))

    init() throws {
        folder = NSTemporaryDirectory() + "xubao-test-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    private func write(_ parts: [[UInt8]], name: String = "file") throws {
        let writer = try SealedWriter(directory: folder, name: name, key: key, random: SystemRandom())
        for part in parts { try writer.write(part) }
        try writer.finish()
    }

    private func read(name: String = "file", key: SymmetricKey? = nil) throws -> [UInt8] {
        let reader = try SealedReader(directory: folder, name: name, key: key ?? self.key)
        var bytes: [UInt8] = []
        while let piece = try reader.next() { bytes += piece }
        return bytes
    }

    private static func bytes(_ count: Int) -> [UInt8] { (0..<count).map { UInt8(truncatingIfNeeded: $0 * 31 >> 3) } }

    @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 131_071, 131_072, 131_073, 400_000])
    func `every length comes back, written at once or in parts`(count: Int) throws {
        let whole = Self.bytes(count)
        try write([whole])
        #expect(try read() == whole)
        let cut = count / 3
        try write([Array(whole.prefix(cut)), Array(whole.dropFirst(cut))], name: "parts")
        #expect(try read(name: "parts") == whole)
        try FileManager.default.removeItem(atPath: folder)
    }

    @Test func `two files of the same bytes have nothing in common, and neither is the other`() throws {
        for name in ["one", "two"] { try write([Self.bytes(70_000)], name: name) }
        let files = try ["one", "two"].map { try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\($0)")) }
        #expect(files[0].dropFirst(47) != files[1].dropFirst(47))
        try files[0].write(to: URL(fileURLWithPath: folder + "/two"))
        #expect(throws: BackupFault.damaged(folder + "/two")) { try read(name: "two") }
        let other = SymmetricKey(data: [UInt8](repeating: 6, count: 32))
        #expect(throws: BackupFault.damaged(folder + "/one")) { try read(name: "one", key: other) }
        try FileManager.default.removeItem(atPath: folder)
    }

    @Test func `pieces cut off, added, doubled or in another order are no file`() throws {
        try write([Self.bytes(200_000)])
        let path = folder + "/file"
        let whole = try Data(contentsOf: URL(fileURLWithPath: path))
        let piece = SealedStream.pieceLength + SealedStream.tagLength
        let head = 47
        let orders: [[Int]] = [[0, 1, 2], [0], [], [1, 0, 2, 3], [0, 0, 1, 2, 3], [1, 2, 3], [0, 1, 2, 3, 3]]
        var changed: [Data] = []
        for order in orders {
            var bytes = Data(whole.prefix(head))
            for number in order { bytes.append(whole.dropFirst(head + number * piece).prefix(piece)) }
            changed.append(bytes)
        }
        changed.append(Data(whole.prefix(head - 1)))
        changed.append(Data(whole.dropLast()))
        changed.append(Data(whole) + Data([0]))
        changed.append(Data())
        for (number, bytes) in changed.enumerated() {
            try bytes.write(to: URL(fileURLWithPath: path))
            #expect(throws: BackupFault.damaged(path), "\(number)") { try read() }
        }
        try whole.write(to: URL(fileURLWithPath: path))
        #expect(try read() == Self.bytes(200_000))
        try FileManager.default.removeItem(atPath: folder)
    }

    @Test func `rows come back as they were, of any length and any value`() throws {
        let rows: [(BackupTable, [BackupValue])] = [
            (.merges, [.number(0), .number(.min), .number(.max), .number(-1)]),
            (.idempotency, [.number(1), .number(2), .number(3), .bytes(Self.bytes(3_000_000))]),
            (.audit, [.number(1), .text("official"), .null, .number(0), .text(""), .text("京A"), .null, .bytes([])]),
        ]
        try write([BackupRows.encode(document: Array("head".utf8))] + rows.map { BackupRows.encode($0.0, $0.1) })
        var read: [(BackupTable, [BackupValue])] = []
        var documents: [[UInt8]] = []
        try BackupRows.read(SealedReader(directory: folder, name: "file", key: key), path: "file") { frame in
            switch frame {
            case .document(let bytes): documents.append(bytes)
            case .row(let table, let values): read.append((table, values))
            }
        }
        #expect(documents == [Array("head".utf8)] && read.map(\.0) == rows.map(\.0) && read.map(\.1) == rows.map(\.1))
        try write([Array(BackupRows.encode(rows[0].0, rows[0].1).dropLast())], name: "cut")
        #expect(throws: BackupFault.damaged("cut")) {
            try BackupRows.read(SealedReader(directory: folder, name: "cut", key: key), path: "cut") { _ in }
        }
        try FileManager.default.removeItem(atPath: folder)
    }
}
