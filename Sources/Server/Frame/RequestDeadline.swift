import NIOCore
import NIOHTTPTypes

/// Closes connections that take too long to say what they want: ten seconds to the end of the first header,
/// seventy-five between an answer and the next request, thirty without a byte of a body. Who waits for an answer is let
/// wait, and only time in which we were reading counts: an upload that we take in slowly is not its sender's slowness.
final class RequestDeadline: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private static let header = TimeAmount.seconds(10)
    private static let betweenRequests = TimeAmount.seconds(75)
    private static let body = TimeAmount.seconds(30)
    /// When the connection is closed unless something comes; moved often, and cheaply.
    private var deadline = NIODeadline.uptimeNanoseconds(0)
    /// Whole requests that have no whole answer yet.
    private var unanswered = 0
    /// A request has begun to arrive.
    private var isArriving = false
    /// Since when nobody asks for more of the request that is arriving; `nil` while somebody does.
    private var pausedSince: NIODeadline?
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
        case .head, .body:
            deadline = context.eventLoop.now + Self.body
            isArriving = true
        case .end:
            unanswered += 1
            isArriving = false
        }
        context.fireChannelRead(data)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        // A request that came whole needs no clock.
        if isArriving, pausedSince == nil { pausedSince = context.eventLoop.now }
        context.fireChannelReadComplete()
    }

    /// The server wants more; when its buffers are full it does not, and this does not come.
    func read(context: ChannelHandlerContext) {
        if let since = pausedSince {
            deadline = deadline + (context.eventLoop.now - since)
            pausedSince = nil
        }
        context.read()
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) {
            unanswered -= 1
            deadline = context.eventLoop.now + Self.betweenRequests
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
        deadline = context.eventLoop.now + Self.header
        sleep(Self.header, context.loopBound)
    }

    private func sleep(_ amount: TimeAmount, _ context: NIOLoopBound<ChannelHandlerContext>) {
        timer = context.value.eventLoop.assumeIsolated().scheduleTask(in: amount) { [self] in
            let isOurs = unanswered > 0 || pausedSince != nil
            let left = isOurs ? Self.body : deadline - context.value.eventLoop.now
            if left.nanoseconds <= 0 {
                context.value.channel.close(promise: nil)
            } else {
                sleep(left, context)
            }
        }
    }
}
