package import Regulation
import Synchronization

/// Takes a whole file in: while one part is being written, the next is read and sealed.
///
/// Every part is one durable commit. Killed half-way and sent again, what was taken in answers as repeated and the rest
/// follows: the end is that of one clean upload.
package struct UploadRun: Sendable {
    /// Bytes that go into one commit, some six thousand records: enough that a page of the database is written few
    /// times, few enough to hold.
    private static let partSize = 2 << 20

    private let gate: any RegistryGate
    private let insurer: InsurerCode
    private let bench: UploadBench

    package init(gate: any RegistryGate, insurer: InsurerCode, encoding: TextEncoding?) {
        self.gate = gate
        self.insurer = insurer
        bench = UploadBench(UploadSession(insurer: insurer, preparer: gate.preparer, encoding: encoding))
    }

    /// `progress` is told the bytes and rows done so far. Throws `FileFault` for a file that cannot be read as a whole;
    /// what came before it stays.
    package func take<Chunks: AsyncSequence>(
        _ chunks: Chunks, reportedThrough: Instant?,
        progress: @Sendable (_ bytes: Int, _ rows: Int) -> Void = { _, _ in }
    ) async throws -> UploadReport where Chunks.Element == [UInt8] {
        var report = UploadReport()
        // One part is being written and one waits to be, so that the writer never does.
        var pending: [(prepared: [PreparedSubmission], task: Task<[SubmissionResult], any Error>)] = []
        var part: [UInt8] = []
        var bytes = 0

        func settle(downTo most: Int) async throws {
            while pending.count > most {
                let (prepared, task) = pending.removeFirst()
                for (one, result) in zip(prepared, try await task.value) { report.add(result, for: one) }
                progress(bytes, report.total)
            }
        }
        func hand(_ prepared: [PreparedSubmission]) async throws {
            try await settle(downTo: 1)
            if !prepared.isEmpty { pending.append((prepared, write(prepared))) }
        }

        for try await chunk in chunks {
            part.append(contentsOf: chunk)
            guard part.count >= Self.partSize else { continue }
            let ready = part
            part = []
            bytes += ready.count
            let rows = try await gate.offload { [bench] in try bench.session.withLock { try $0.feed(ready) } }
            try await hand(try await prepare(rows))
        }
        let rest = part
        bytes += rest.count
        for last in try await gate.offload({ [bench] in
            try bench.session.withLock { session in [try session.feed(rest), try session.finish()] }
        }) { try await hand(try await prepare(last)) }
        try await settle(downTo: 0)
        bench.session.withLock { $0.describe(&report) }
        try await conclude(&report, reportedThrough: reportedThrough)
        return report
    }

    /// Two halves at once: reading and sealing take more time than writing.
    private func prepare(_ part: UploadPart) async throws -> [PreparedSubmission] {
        let half = part.count / 2
        async let first = gate.offload { try part.prepare(0..<half) }
        async let second = gate.offload { try part.prepare(half..<part.count) }
        return try await first + second
    }

    private func write(_ prepared: [PreparedSubmission]) -> Task<[SubmissionResult], any Error> {
        let desk = IntakeDesk(hasher: gate.hasher)
        return gate.enqueue { [insurer] store in
            try prepared.map { try desk.take($0, insurer: insurer, in: store) }
        }
    }

    private func conclude(_ report: inout UploadReport, reportedThrough: Instant?) async throws {
        if let reportedThrough {
            try await gate.write { [insurer] in try $0.state(reportedThrough: reportedThrough, by: insurer) }
        }
        let feed = gate.feed
        report.treeSize = feed.treeSize
        report.sequenceGaps = feed.insurers[insurer]?.sequences.gaps ?? []
    }
}

/// Holds the session while parts of its file are read on other threads, one after the other.
private final class UploadBench: Sendable {
    let session: Mutex<UploadSession>

    init(_ session: UploadSession) { self.session = Mutex(session) }
}
