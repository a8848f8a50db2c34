import NIOCore
import NIOHTTPTypes

/// Closes connections that take too long to say what they want: ten seconds to the end of the first header,
/// seventy-five between an answer and the next request, thirty without a byte of a body. Who waits for an answer is let
/// wait.
final class RequestDeadline: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private static let header = TimeAmount.seconds(10)
    private static let betweenRequests = TimeAmount.seconds(75)
    private static let body = TimeAmount.seconds(30)
    /// When the connection is closed unless something comes; moved often, and cheaply.
    private var deadline = NIODeadline.now()
    /// Whole requests that have no whole answer yet.
    private var unanswered = 0
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
        case .end: unanswered += 1
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) {
            unanswered -= 1
            deadline = .now() + Self.betweenRequests
        }
        context.write(data, promise: promise)
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
            let left = unanswered > 0 ? Self.betweenRequests : deadline - .now()
            if left.nanoseconds <= 0 {
                context.value.channel.close(promise: nil)
            } else {
                sleep(left, context)
            }
        }
    }
}
