import ArgumentParser
import Hummingbird
import NIOCore

/// `xubao bench`: what only the product itself can measure, and its references. The measuring around them is
/// `Benchmarks/run`.
struct BenchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench", abstract: "Figures of the product, and references they are measured against.",
        subcommands: [BareServer.self, PremiumBench.self])

    /// The reference for queries: a Hummingbird handler that reads the body and returns the same bytes every time.
    struct BareServer: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "bare-server", abstract: "Return one fixed document to every query.")

        @Option(help: "Port on 127.0.0.1.") var port = 8081
        @Option(help: "File with the document to return.") var document: String

        func run() async throws {
            var bytes: [UInt8] = []
            for try await chunk in ChunkedFile(path: document) { bytes += chunk }
            let buffer = ByteBuffer(bytes: bytes)
            let router = Router()
            router.post("/v1/coverage-queries") { request, _ -> Response in
                _ = try await request.body.collect(upTo: 8192)
                return Response(
                    status: .ok, headers: [.contentType: "application/json"], body: .init(byteBuffer: buffer))
            }
            try await Application(
                router: router, configuration: .init(address: .hostname("127.0.0.1", port: port))
            ).runService()
        }
    }
}
