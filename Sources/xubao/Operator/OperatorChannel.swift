import Registry
import Regulation

/// The way a command reaches the registry: through the server's socket while one runs, else by itself.
protocol OperatorChannel: Sendable {
    /// The answer as JSON or as lines, and its outcome.
    func ask(_ query: [UInt8], asText: Bool) async throws -> (bytes: [UInt8], outcome: String)
    /// Answers each line of what is read, in order, to stdout.
    func askLines(_ path: String) async throws
    /// The answer and its card as one document.
    func card(_ query: [UInt8]) async throws -> [UInt8]
    /// The proof file of a contract.
    func proof(for request: ProofRequest) async throws -> [UInt8]
    /// What erasing a person's values would take, or came to.
    func erase(_ request: ErasureRequest) async throws -> [UInt8]
    /// A moment: all that was committed up to it is visible, and nothing will be committed at it or before.
    func barrier() async throws -> Instant
    func insurers() async throws -> [UInt8]
    func enrol(role: String, code: String, name: String) async throws -> [UInt8]
    /// The upload's report as JSON.
    func upload(_ file: UploadFile, progress: @escaping @Sendable (_ bytes: Int, _ rows: Int) -> Void) async throws
        -> [UInt8]
    func close() async throws
}
