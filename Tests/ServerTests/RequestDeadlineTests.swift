import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Testing

@testable import Server

/// Who is waited for, and for how long. Time is the loop's own and goes when the test says so.
@Suite struct RequestDeadlineTests {
    private let channel: EmbeddedChannel
    private var loop: EmbeddedEventLoop { channel.embeddedEventLoop }

    init() throws {
        channel = EmbeddedChannel(handler: RequestDeadline())
        channel.connect(to: try SocketAddress(ipAddress: "127.0.0.1", port: 80), promise: nil)
    }

    private func arrive(_ parts: HTTPRequestPart...) throws {
        for part in parts { try channel.writeInbound(part) }
    }

    private static let head = HTTPRequestPart.head(
        HTTPRequest(method: .post, scheme: "http", authority: "x", path: "/v1/uploads"))
    private static let body = HTTPRequestPart.body(ByteBuffer(string: "row"))

    @Test func `an upload that the server does not read is let wait, and counts on once it does`() throws {
        try arrive(Self.head, Self.body)
        loop.advanceTime(by: .minutes(10))
        #expect(channel.isActive)
        channel.read()
        loop.advanceTime(by: .seconds(29))
        #expect(channel.isActive)
        try arrive(Self.body)
        loop.advanceTime(by: .minutes(10))
        #expect(channel.isActive)
        channel.read()
        loop.advanceTime(by: .minutes(1))
        #expect(!channel.isActive)
    }

    @Test func `a sender who stops in the middle is given thirty seconds, pauses of ours left out`() throws {
        try arrive(Self.head)
        channel.read()
        loop.advanceTime(by: .seconds(20))
        try arrive(Self.body)
        loop.advanceTime(by: .seconds(25))
        channel.read()
        loop.advanceTime(by: .seconds(29))
        #expect(channel.isActive)
        loop.advanceTime(by: .seconds(2))
        #expect(!channel.isActive)
    }

    @Test func `a header has ten seconds, however often is read`() throws {
        for _ in 0..<9 {
            channel.read()
            channel.pipeline.fireChannelReadComplete()
            loop.advanceTime(by: .seconds(1))
        }
        #expect(channel.isActive)
        loop.advanceTime(by: .seconds(2))
        #expect(!channel.isActive)
    }

    @Test func `who waits for an answer is let wait, and the next request has seventy-five seconds`() throws {
        try arrive(Self.head, .end(nil))
        loop.advanceTime(by: .minutes(10))
        #expect(channel.isActive)
        try channel.writeOutbound(HTTPResponsePart.end(nil))
        loop.advanceTime(by: .seconds(74))
        #expect(channel.isActive)
        loop.advanceTime(by: .seconds(2))
        #expect(!channel.isActive)
    }
}
