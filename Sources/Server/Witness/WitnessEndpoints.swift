import HTTPTypes
package import Hummingbird
package import Logging
package import NIOCore
package import Registry
import Regulation

/// What a witness serves: `POST /add-checkpoint`, and what it cosigned last under `/<origin hash>/checkpoint`.
package enum WitnessEndpoints {
    package static func application(
        _ desk: WitnessDesk, key: String, host: String, port: Int, clock: any Registry.Clock, logger: Logger,
        onRunning: @escaping @Sendable (any Channel) async -> Void
    ) -> some ApplicationProtocol {
        let router = Router()
        router.post("/add-checkpoint") { request, _ in
            guard let body = try? await request.body.collect(upTo: WitnessDesk.longestRequest) else {
                return Response(status: .badRequest)
            }
            let reply = try desk.answer(String(buffer: body), at: clock.now.milliseconds / 1000)
            return Response(
                status: .init(code: reply.status), headers: [.contentType: reply.contentType],
                body: .init(byteBuffer: ByteBuffer(string: reply.body)))
        }
        router.get("/key") { _, _ in text(key + "\n") }
        router.get("/:origin/checkpoint") { _, context in
            guard let origin = context.parameters.get("origin"), let note = try desk.checkpoint(originHash: origin)
            else { return Response(status: .notFound) }
            return text(note)
        }
        return Application(
            router: router, configuration: .init(address: .hostname(host, port: port), serverName: "xubao"),
            onServerRunning: onRunning, logger: logger)
    }

    private static func text(_ text: String) -> Response {
        Response(
            status: .ok, headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(string: text)))
    }
}
