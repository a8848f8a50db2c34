import Foundation
import Glibc
import LogFiles
import Registry
import Testing
import TransparencyLog

@Suite struct LogDirectoryTests {
    /// Removed with the value.
    private final class Place: Sendable {
        let path = NSTemporaryDirectory() + "xubao-log-" + UUID().uuidString
        deinit { try? FileManager.default.removeItem(atPath: path) }

        var files: Set<String> {
            let found = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
            return Set(
                found.filter { name in
                    var isDirectory: ObjCBool = false
                    return FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isDirectory)
                        && !isDirectory.boolValue
                })
        }
    }

    private func coordinate(_ path: String) throws -> TileCoordinate { try #require(TileCoordinate(path: path)) }

    @Test func `an empty directory has no checkpoint and no tile`() throws {
        let log = LogDirectory(path: Place().path)
        #expect(try log.checkpoint() == nil)
        #expect(try log.tile(coordinate("tile/0/000")) == nil)
    }

    @Test func `looking makes nothing`() throws {
        let place = Place()
        let log = LogDirectory(path: place.path)
        _ = (try log.checkpoint(), try log.witnessedCheckpoint(), try log.tile(coordinate("tile/0/000")))
        #expect(!FileManager.default.fileExists(atPath: place.path))
    }

    @Test func `tiles lie where the paths of the specification say`() throws {
        let place = Place()
        let log = LogDirectory(path: place.path)
        let paths = ["tile/0/000", "tile/0/x001/234.p/7", "tile/entries/000.p/255"]
        try log.write(paths.map { (try coordinate($0), Array($0.utf8)) })
        #expect(place.files == Set(paths))
        for path in paths { #expect(try log.tile(coordinate(path)) == Array(path.utf8)) }
    }

    @Test func `a checkpoint is replaced only where it is the one expected`() throws {
        let place = Place()
        let (one, other) = (LogDirectory(path: place.path), LogDirectory(path: place.path))
        try one.swapCheckpoint(from: nil, to: "first")
        #expect(throws: LogFault.forked) { try other.swapCheckpoint(from: nil, to: "fork") }
        try other.swapCheckpoint(from: "first", to: "second")
        #expect(throws: LogFault.forked) { try one.swapCheckpoint(from: "first", to: "third") }
        #expect(try one.checkpoint() == "second")
        #expect(place.files == ["checkpoint"])
    }

    @Test func `of many who replace the checkpoint at once one wins each time`() async throws {
        let place = Place()
        let rounds = 20
        for round in 0..<rounds {
            let before = try LogDirectory(path: place.path).checkpoint()
            let winners = await withTaskGroup(of: Bool.self) { group in
                for contender in 0..<8 {
                    group.addTask {
                        let log = LogDirectory(path: place.path)
                        return (try? log.swapCheckpoint(from: before, to: "\(round) by \(contender)")) != nil
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(winners == 1)
        }
    }

    @Test func `whoever publishes has the directory to itself from the look to the swap`() throws {
        let place = Place()
        let log = LogDirectory(path: place.path)
        func isFree() -> Bool {
            let descriptor = open(place.path, O_RDONLY | O_DIRECTORY)
            defer { close(descriptor) }
            return flock(descriptor, LOCK_EX | LOCK_NB) == 0
        }
        try log.exclusively {
            #expect(!isFree())
            try log.swapCheckpoint(from: nil, to: "first")
            #expect(!isFree())
        }
        #expect(isFree())
        #expect(throws: LogFault.forked) {
            try log.exclusively { try log.swapCheckpoint(from: nil, to: "second") }
        }
        #expect(isFree())
    }

    @Test func `partial tiles go and the full one stays`() throws {
        let place = Place()
        let log = LogDirectory(path: place.path)
        for path in ["tile/0/000.p/1", "tile/0/000.p/255", "tile/0/000", "tile/0/001.p/3"] {
            try log.write([(coordinate(path), [1])])
        }
        try log.dropPartials(of: coordinate("tile/0/000.p/1"))
        #expect(place.files == ["tile/0/000", "tile/0/001.p/3"])
        try log.dropPartials(of: coordinate("tile/0/000.p/1"))
    }
}
