import NIOCore
import NIOHTTPTypes

/// Closes connections that take too long to say what they want: ten seconds to the end of the first header, seventy-five
/// between requests, thirty without a byte of a body.
final class RequestDeadline: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart

    private static let header = TimeAmount.seconds(10)
    private static let betweenRequests = TimeAmount.seconds(75)
    private static let body = TimeAmount.seconds(30)
    private var timer: Scheduled<Void>?

    func channelActive(context: ChannelHandlerContext) {
        schedule(Self.header, context)
        context.fireChannelActive()
    }

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { schedule(Self.header, context) }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head, .body: schedule(Self.body, context)
        case .end: schedule(Self.betweenRequests, context)
        }
        context.fireChannelRead(data)
    }

    func channelInactive(context: ChannelHandlerContext) {
        timer?.cancel()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) { timer?.cancel() }

    private func schedule(_ amount: TimeAmount, _ context: ChannelHandlerContext) {
        timer?.cancel()
        let channel = context.channel
        timer = context.eventLoop.scheduleTask(in: amount) { channel.close(promise: nil) }
    }
}
