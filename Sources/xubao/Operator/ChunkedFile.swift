import Foundation
import Glibc

/// The bytes of a file, or of stdin for `-`, a piece at a time.
struct ChunkedFile: AsyncSequence, Sendable {
    static let pieceSize = 1 << 18

    let path: String

    struct AsyncIterator: AsyncIteratorProtocol {
        let descriptor: Int32

        func next() async throws -> [UInt8]? {
            var count = 0
            let piece = [UInt8](unsafeUninitializedCapacity: ChunkedFile.pieceSize) { buffer, filled in
                repeat { count = read(descriptor, buffer.baseAddress, buffer.count) } while count < 0 && errno == EINTR
                filled = Swift.max(0, count)
            }
            if count < 0 { throw CommandFailure.system("读取文件时出错：\(String(cString: strerror(errno)))") }
            if count == 0 {
                if descriptor != 0 { close(descriptor) }
                return nil
            }
            return piece
        }
    }

    /// Size in bytes; zero when it is not a plain file. Throws when it cannot be read.
    static func size(_ path: String) throws -> Int {
        guard path != "-" else { return 0 }
        var status = stat()
        guard stat(path, &status) == 0, access(path, R_OK) == 0 else {
            throw CommandFailure.usage("读不到文件 \(path)：\(String(cString: strerror(errno)))", next: "检查路径和权限")
        }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw CommandFailure.usage("\(path) 是一个目录", next: "请指定一个文件") }
        return Int(status.st_size)
    }

    func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(descriptor: path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC))
    }
}
