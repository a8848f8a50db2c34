package import Hummingbird
import Logging
import NIOCore

/// What travels with a request: where it came from, and its number.
package struct XubaoContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// The peer's address; `nil` on the operator's socket.
    let remoteAddress: SocketAddress?
    var requestID: String = ""

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        remoteAddress = source.channel.remoteAddress
    }
}
