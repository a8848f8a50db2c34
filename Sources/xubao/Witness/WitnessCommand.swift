import ArgumentParser
import Foundation
import Glibc
import Hummingbird
import LogFiles
import Logging
import Registry
import Server
import ServiceLifecycle
import Storage
import TransparencyLog
import UnixSignals

/// `xubao witness`: cosigns the checkpoints of logs it follows, each only where it continues the one before.
struct WitnessCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "witness",
        abstract: "Follow logs and cosign their checkpoints, so that none of them can show two people two histories.")

    @Option(help: "Directory of this witness: its key, and what it cosigned last.") var data = "xubao-witness"
    @Option(help: "Address to listen on.") var listen = "127.0.0.1:8090"
    @Option(help: "Name that stands in the cosignatures.") var name = "xubao/witness"
    @Option(help: "File with a log's public key; may be given more than once.") var log: [String] = []
    @ArgumentParser.Flag(help: "Print one JSON document and nothing else on stdout.") var json = false

    func run() async throws {
        guard NoteVerifier.isName(name) else {
            throw CommandFailure.usage("--name 里不能有空格和加号", next: "--name witness.example/1")
        }
        let (host, port) = try ListenAddress.parse(listen)
        umask(0o077)
        let directory = try DataDirectory(path: data, create: true)
        let cosigner = try MasterKey(path: directory.masterKeyPath, mayCreate: true).cosigner(name: name)
        let followed = try log.map { path in
            let verifier = try Self.verifier(path)
            let identity = LogIdentity(origin: verifier.name, verifiers: [verifier])
            return WitnessDesk.Followed(
                log: identity, store: LogDirectory(path: "\(data)/\(identity.originHash)"))
        }
        guard !followed.isEmpty else {
            throw CommandFailure.usage("没有给出要见证的日志", next: "--log FILE，文件里是日志的公钥（/v1/log/key）")
        }
        let desk = WitnessDesk(cosigner: cosigner, following: followed)
        let key = cosigner.verifier.encoded
        let isJSON = json
        var logger = Logger(label: "xubao witness")
        logger.logLevel = .warning
        let application = WitnessEndpoints.application(
            desk, key: key, host: host, port: port, clock: SystemClock(), logger: logger
        ) { channel in
            Self.greet(url: "http://\(host):\(channel.localAddress?.port ?? port)", key: key, isJSON: isJSON)
        }
        let group = ServiceGroup(
            configuration: .init(
                services: [.init(service: application)], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        try await group.run()
        // Held until here: two witnesses on one directory could cosign two histories.
        withExtendedLifetime(directory) {}
    }

    private static func verifier(_ path: String) throws -> NoteVerifier {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw CommandFailure.usage("读不到文件 \(path)", next: "检查路径和权限")
        }
        let text = String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        guard let verifier = NoteVerifier(text) else {
            throw CommandFailure.usage("\(path) 里不是日志的公钥", next: "公钥应是一行，形如 xubao/main+…+…，公布在 /v1/log/key")
        }
        return verifier
    }

    private static func greet(url: String, key: String, isJSON: Bool) {
        if isJSON {
            var writer = JSONWriter()
            writer.object {
                $0.member("url", url)
                $0.member("key", key)
            }
            Terminal.write(writer.bytes + [0x0A])
        } else {
            Terminal.write("见证方在 \(url) 上等候日志\n公钥：\(key)\n日志一方：xubao serve --witness \(url)=\(key)\n")
        }
    }
}
