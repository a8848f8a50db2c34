import HTTPTypes
import NIOCore
import NIOHTTPTypes
import Registry
import Regulation
import Synchronization

/// Answers the public's coverage questions on the event loop that read them, without making a task of each.
///
/// It takes only what it can answer at once: `POST /v1/coverage-queries` without a key, whole, with nothing before it
/// unanswered on the connection. Whatever is out of the ordinary (another address, a key, a fault in the question,
/// used-up limits, a reader that is slow to read) goes on unchanged to the router, which answers everything, this
/// question as well. Nothing is decided here that `PublicDesk` does not decide ([0006](docs/decisions)).
final class PublicQueryHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// A question whose parts are kept back until it is whole.
    private struct Held {
        let head: HTTPRequest
        let announced: PublicQueryHead
        var body: ByteBuffer?
    }

    private let services: Services
    private var held: Held?
    /// Requests that went on and have no whole answer yet. Answers keep the order of their requests.
    private var unanswered = 0
    private var hasWritten = false
    /// The peer's address, asked for once in the life of a connection.
    private var peer: String?
    private var knowsPeer = false

    init(services: Services) { self.services = services }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            if unanswered == 0, held == nil, let announced = PublicQueryHead(head, services.settings) {
                held = Held(head: head, announced: announced)
            } else {
                passOn(context)
                unanswered += 1
                context.fireChannelRead(data)
            }
        case .body(let part):
            guard held != nil else { return context.fireChannelRead(data) }
            if held?.body == nil { held?.body = part } else { held?.body?.writeImmutableBuffer(part) }
            if (held?.body?.readableBytes ?? 0) > services.settings.longestQuery { passOn(context) }
        case .end(let trailers):
            guard let question = held else { return context.fireChannelRead(data) }
            if trailers == nil, context.channel.isWritable, let answer = answer(question, context) {
                held = nil
                write(answer, context)
            } else {
                passOn(context)
                context.fireChannelRead(data)
            }
        }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        if hasWritten {
            hasWritten = false
            context.flush()
        }
        context.fireChannelReadComplete()
    }

    /// The server is about to stop. It closes connections that it believes idle, and a question that is kept back here
    /// nobody else has seen.
    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is ChannelShouldQuiesceEvent { passOn(context) }
        context.fireUserInboundEventTriggered(event)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) { unanswered -= 1 }
        context.write(data, promise: promise)
    }

    /// Lets what was kept back go on to the router, as if it had never been kept.
    private func passOn(_ context: ChannelHandlerContext) {
        guard let question = held else { return }
        held = nil
        unanswered += 1
        context.fireChannelRead(wrapInboundOut(.head(question.head)))
        if let body = question.body { context.fireChannelRead(wrapInboundOut(.body(body))) }
    }

    private struct Answer {
        let fields: HTTPFields
        let body: ByteBuffer
    }

    /// `nil` for every question that is for the router.
    private func answer(_ held: Held, _ context: ChannelHandlerContext) -> Answer? {
        guard services.metrics.inFlight.load(ordering: .relaxed) <= services.settings.mostAtOnce,
            let bytes = held.body?.readableBytesView
        else { return nil }
        let stopwatch = Stopwatch()
        guard let query = try? CoverageQuery(json: Array(bytes)) else { return nil }
        let network = ClientNetwork.key(
            peer: peerAddress(context), forwarded: held.announced.forwarded, services)
        guard let answer = try? PublicDesk(services: services).answerAtOnce(query, network: network) else { return nil }
        let body = ByteBuffer(bytes: answer.json)
        let fields = ResponseFields.json(
            length: body.readableBytes, requestID: services.requestNumbers.make(),
            date: services.dates.text(at: services.gate.clock.now))
        services.metrics.served(status: 200, microseconds: stopwatch.microseconds)
        return Answer(fields: fields, body: body)
    }

    private func write(_ answer: Answer, _ context: ChannelHandlerContext) {
        let head = HTTPResponse(status: .ok, headerFields: answer.fields)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(answer.body)), promise: nil)
        context.write(wrapOutboundOut(.end(nil)), promise: nil)
        hasWritten = true
    }

    private func peerAddress(_ context: ChannelHandlerContext) -> String? {
        if !knowsPeer {
            knowsPeer = true
            peer = context.channel.remoteAddress?.ipAddress
        }
        return peer
    }
}
