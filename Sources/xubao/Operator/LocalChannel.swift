import LogFiles
import Registry
import Regulation
import Storage

/// Works on the data directory itself, holding its lock.
final class LocalChannel: OperatorChannel {
    private let store: RegistryStore
    private var desk: OperatorDesk { OperatorDesk(gate: store) }

    init(directory: String, create: Bool, masterKeyPath: String?) async throws {
        let owned = try DataDirectory(path: directory, create: create)
        store = try RegistryStore(
            directory: owned, create: create, masterKeyPath: masterKeyPath, logStore: LogDirectory(path: owned.logPath))
        try await ErasureDesk.enterAgain(store.erasuresAwaitingEntry(), through: store)
    }

    func ask(_ query: [UInt8], asText: Bool) async throws -> (bytes: [UInt8], outcome: String) {
        let answer = try desk.answer(CoverageQuery(json: query), at: store.clock.now)
        let lines = TerminalAnswer.lines(answer, in: Terminal.language).map { $0 + "\n" }.joined()
        return (asText ? Array(lines.utf8) : answer.json, answer.outcome.rawValue)
    }

    func askLines(_ path: String) async throws {
        var splitter = LineSplitter()
        for try await chunk in ChunkedFile(path: path) {
            Terminal.write(try splitter.feed(chunk).flatMap { desk.answerLine($0, at: store.clock.now) })
        }
        if let last = splitter.finish() { Terminal.write(desk.answerLine(last, at: store.clock.now)) }
    }

    func card(_ query: [UInt8]) async throws -> [UInt8] {
        try desk.card(
            CoverageQuery(json: query), in: Terminal.language, at: store.clock.now)
    }

    func proof(for request: ProofRequest) async throws -> [UInt8] {
        Array(try ProofDesk(gate: store).proof(for: request).utf8)
    }

    func erase(_ request: ErasureRequest) async throws -> [UInt8] {
        let tables = try OperatorTables.load(dataDirectory: store.directory.path)
        return try await ErasureDesk(gate: store, tables: tables).take(request, at: store.clock.now).json
    }

    func barrier() async throws -> Instant { try await OperatorDesk(gate: store).barrier() }

    func insurers() async throws -> [UInt8] { desk.insurers(at: store.clock.now) }

    func enrol(role: String, code: String, name: String) async throws -> [UInt8] {
        try await desk.enrol(role: role, code: code, name: name, at: store.clock.now)
    }

    func upload(
        _ file: UploadFile, progress: @escaping @Sendable (_ bytes: Int, _ rows: Int) -> Void
    ) async throws -> [UInt8] {
        guard store.feed.insurers[file.insurer] != nil else { throw OperatorDesk.insurerUnknown }
        let run = UploadRun(gate: store, insurer: file.insurer, encoding: try TextEncoding(option: file.encoding))
        return try await run.take(
            ChunkedFile(path: file.path), reportedThrough: file.reportedThrough, progress: progress
        ).json
    }

    func close() async throws { try store.close() }
}
