import HTTPTypes
import Testing

@testable import Server

/// Which requests are answered on the event loop that read them.
@Suite struct PublicQueryHeadTests {
    private static func isTaken(_ name: HTTPField.Name, _ value: String) -> Bool {
        var request = HTTPRequest(method: .post, scheme: "http", authority: "x", path: "/v1/coverage-queries")
        request.headerFields = [.contentType: "application/json", .contentLength: "64"]
        request.headerFields[name] = value
        return PublicQueryHead(request, ServerSettings()) != nil
    }

    @Test(arguments: ["keep-alive", "Keep-Alive"])
    func `a client that says the connection stays open says nothing new`(value: String) {
        #expect(Self.isTaken(.connection, value))
        #expect(Self.isTaken(.accept, "*/*"))
    }

    @Test(arguments: ["close", "upgrade", "keep-alive, Upgrade", ""])
    func `anything else about the connection is for the router`(value: String) {
        #expect(!Self.isTaken(.connection, value))
    }

    @Test func `so are keys, and bodies of no or too great length`() {
        #expect(!Self.isTaken(.authorization, "Bearer x"))
        for length in ["0", "-1", "x", "8193"] { #expect(!Self.isTaken(.contentLength, length)) }
    }
}
