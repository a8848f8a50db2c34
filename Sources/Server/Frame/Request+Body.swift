import Hummingbird
import NIOCore
import Registry

extension Request {
    /// The whole body, up to a bound. Throws the problem of one that is longer, or that did not come as it was
    /// announced.
    func wholeBody(upTo most: Int) async throws -> [UInt8] {
        do { return Array(try await body.collect(upTo: most).readableBytesView) } catch is NIOTooManyBytesError {
            throw Problem.tooLarge
        } catch {
            // Nothing but the sender and the way between us can be the reason.
            throw Problem.bodyIncomplete
        }
    }
}

extension Problem {
    static let bodyIncomplete = Problem(400, "bodyIncomplete", "请求内容没有完整送达", detail: "请重新发送。")
}
