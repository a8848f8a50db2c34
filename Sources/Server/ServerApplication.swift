package import Hummingbird
import HummingbirdCore
package import Logging
import NIOCore

/// Makes the two listening applications: one for the world, one for the operator's socket.
package enum ServerApplication {
    package static func everyone(
        _ services: Services, host: String, port: Int, logger: Logger,
        onRunning: @escaping @Sendable (any Channel) async -> Void
    ) -> some ApplicationProtocol {
        Application(
            router: Routes.everyone(services), server: server(services),
            configuration: ApplicationConfiguration(
                address: .hostname(host, port: port), serverName: name, backlog: 4096,
                availableConnectionsDelegate: .maximum(services.settings.mostConnections, logger: logger)),
            onServerRunning: onRunning, logger: logger)
    }

    package static func `operator`(_ services: Services, socketPath: String, logger: Logger) -> some ApplicationProtocol
    {
        Application(
            router: Routes.operator(services),
            configuration: ApplicationConfiguration(address: .unixDomainSocket(path: socketPath), serverName: name),
            logger: logger)
    }

    /// What we call ourselves in the `Server` field.
    static let name = "xubao"

    private static func server(_ services: Services) -> HTTPServerBuilder {
        .http1(
            configuration: .init(
                additionalChannelHandlers: [RequestDeadline(), PublicQueryHandler(services: services)],
                httpDecoderConfiguration: .init(
                    maxHeaderFieldSize: 8192, maxHeaderListSize: 32_768, maxHeaderFieldCount: 100)))
    }
}
