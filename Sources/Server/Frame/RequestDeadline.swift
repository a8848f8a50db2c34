import NIOCore
import NIOHTTPTypes

/// Closes connections that take too long to say what they want: ten seconds to the end of the first header,
/// seventy-five between requests, thirty without a byte of a body.
final class RequestDeadline: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart

    private static let header = TimeAmount.seconds(10)
    private static let betweenRequests = TimeAmount.seconds(75)
    private static let body = TimeAmount.seconds(30)
    /// When the connection is closed unless something comes; moved often, and cheaply.
    private var deadline = NIODeadline.now()
    /// One timer for the life of the connection: it looks at the deadline and sleeps on.
    private var timer: Scheduled<Void>?

    func channelActive(context: ChannelHandlerContext) {
        start(context)
        context.fireChannelActive()
    }

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { start(context) }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head, .body: deadline = .now() + Self.body
        case .end: deadline = .now() + Self.betweenRequests
        }
        context.fireChannelRead(data)
    }

    func channelInactive(context: ChannelHandlerContext) {
        timer?.cancel()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) { timer?.cancel() }

    private func start(_ context: ChannelHandlerContext) {
        guard timer == nil else { return }
        deadline = .now() + Self.header
        sleep(Self.header, context.loopBound)
    }

    private func sleep(_ amount: TimeAmount, _ context: NIOLoopBound<ChannelHandlerContext>) {
        timer = context.value.eventLoop.assumeIsolated().scheduleTask(in: amount) { [self] in
            let left = deadline - .now()
            if left.nanoseconds <= 0 {
                context.value.channel.close(promise: nil)
            } else {
                sleep(left, context)
            }
        }
    }
}
