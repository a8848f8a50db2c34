import Registry

/// Ends with a problem once more bytes came than an upload may have.
struct BoundedChunks<Base: AsyncSequence>: AsyncSequence where Base.Element == [UInt8] {
    typealias Failure = any Error

    let base: Base
    let limit: Int

    struct AsyncIterator: AsyncIteratorProtocol {
        var base: Base.AsyncIterator
        var left: Int

        mutating func next() async throws -> [UInt8]? {
            guard let chunk = try await received() else { return nil }
            left -= chunk.count
            guard left >= 0 else { throw Problem.tooLarge }
            return chunk
        }

        private mutating func received() async throws -> [UInt8]? {
            do { return try await base.next() } catch { throw Problem.bodyIncomplete }
        }
    }

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(base: base.makeAsyncIterator(), left: limit) }
}
