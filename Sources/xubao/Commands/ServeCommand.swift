import ArgumentParser
import Foundation
import Glibc
import Hummingbird
import LogFiles
import Logging
import NIOCore
import Registry
import Regulation
import Server
import ServiceLifecycle
import Storage
import UnixSignals

/// `xubao serve`: the whole platform on one data directory.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serve pages and API from a data directory, which this process then owns.")

    @Option(help: "Address to listen on (also XUBAO_LISTEN).") var listen: String?
    @ArgumentParser.Flag(help: "Load the sample world and the magic plates.") var sandbox = false
    @Option(help: "Vehicles of the sample world.") var sandboxVehicles = 20_000
    @Option(help: "A proxy whose X-Forwarded-For is believed; may be given more than once.") var trustedProxy:
        [String] = []
    @Option(help: "A witness that is to cosign the log's checkpoints, as URL=KEY; may be given more than once.")
    var witness: [String] = []
    @OptionGroup var data: DataOptions

    func run() async throws {
        let (host, port) = try ListenAddress.parse(
            listen ?? ProcessInfo.processInfo.environment["XUBAO_LISTEN"] ?? "127.0.0.1:8080")
        let witnesses = try witness.map { try Witnessing.Witness(option: $0) }
        // What is made here is for the operator alone.
        umask(0o077)
        let directory = try DataDirectory(path: data.path, create: true)
        let log = LogDirectory(path: directory.logPath)
        let store = try RegistryStore(
            directory: directory, create: true, masterKeyPath: DataOptions.masterKeyPath, logStore: log)
        try await ErasureDesk.enterAgain(store.erasuresAwaitingEntry(), through: store)
        let examples = sandbox ? try await SandboxWorld(store: store, vehicles: sandboxVehicles).load() : []
        let law = LawDesk(tables: try OperatorTables.load(dataDirectory: data.path))
        let scrub = try Scrub(path: data.path, masterKeyPath: DataOptions.masterKeyPath, log: store.publishedLog)
        let services = Services(
            gate: store, settings: settings, law: law, furtherMetrics: { scrub.status.metrics })
        try GuessLimitsKeeper(services: services, store: store).restore()
        unlink(directory.socketPath)
        var background: [any Service] = [
            Housekeeping(services: services, store: store),
            Scrubbing(scrub: scrub, store: store, stopLog: { store.stop(reason: $0) }),
        ]
        if !witnesses.isEmpty, let published = store.publishedLog {
            background.append(Witnessing(witnesses: witnesses, log: published, keeper: log))
        }
        try await serve(services, store, background, host, port, examples)
        unlink(directory.socketPath)
        try store.close()
    }

    private var settings: ServerSettings {
        var settings = ServerSettings()
        settings.isSandbox = sandbox
        let environment = ProcessInfo.processInfo.environment["XUBAO_TRUSTED_PROXIES"]?.split(separator: ",").map(
            String.init)
        settings.trustedProxies = Set(trustedProxy + (environment ?? []))
        return settings
    }

    private func serve(
        _ services: Services, _ store: RegistryStore, _ background: [any Service], _ host: String, _ port: Int,
        _ examples: [SandboxWorld.Example]
    ) async throws {
        var logger = Logger(label: "xubao")
        logger.logLevel = .warning
        let isJSON = data.json
        let dataPath = data.path == DataOptions.defaultPath ? nil : data.path
        let everyone = ServerApplication.everyone(services, host: host, port: port, logger: logger) { channel in
            let bound = channel.localAddress?.port ?? port
            Greeting(host: host, port: bound, examples: examples, isJSON: isJSON, dataPath: dataPath).say()
        }
        let socket = ServerApplication.operator(services, socketPath: store.directory.socketPath, logger: logger)
        let group = ServiceGroup(
            configuration: .init(
                services: background.map { .init(service: $0) } + [.init(service: socket), .init(service: everyone)],
                gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        do { try await group.run() } catch let error as IOError {
            throw CommandFailure.system(
                "不能监听 \(host):\(port)：\(String(cString: strerror(error.errnoCode)))", next: "换一个端口：--listen \(host):0")
        }
    }
}
