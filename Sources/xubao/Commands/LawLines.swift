import Dispatch
import Foundation
import Registry

/// Answers one document a line, as JSON lines in the order they came in, with all processors. A line that is no
/// document is answered by a refusal, a blank one too: the nth answer belongs to the nth line.
struct LawLines {
    /// So few lines are not worth a second thread.
    private static let smallestBatch = 16

    let desk: LawDesk
    let rule: LawRule
    let isExplained: Bool
    let bar: ProgressBar

    func answer(_ path: String) async throws {
        var rest: [UInt8] = []
        var done = 0
        var answered = 0
        defer { bar.finish() }
        for try await piece in ChunkedFile(path: path) {
            done += piece.count
            // Of a line that is too long anyway no more is kept than shows it.
            if rest.count > JSONReader.longest, !piece.contains(0x0A) { continue }
            rest += piece
            guard let end = rest.lastIndex(of: 0x0A) else { continue }
            answered += answer(lines: rest, upTo: end)
            rest.removeFirst(end + 1)
            // Answers that run over the terminal show well enough how far it is.
            if !Terminal.showsOutput { bar.update(done: done, rows: answered) }
        }
        if !rest.isEmpty { _ = answer(lines: rest, upTo: rest.count) }
    }

    /// Answers what stands before the end, and writes all of it at once; how many lines that were.
    private func answer(lines bytes: [UInt8], upTo end: Int) -> Int {
        bytes.withUnsafeBufferPointer { bytes in
            let lines = Self.lines(of: bytes, upTo: end)
            let size = max(Self.smallestBatch, lines.count / (ProcessInfo.processInfo.activeProcessorCount * 4) + 1)
            let count = (lines.count + size - 1) / size
            var answers = [[UInt8]](repeating: [], count: count)
            answers.withUnsafeMutableBufferPointer { answers in
                // Each iteration writes its own place and no other.
                nonisolated(unsafe) let places = answers
                nonisolated(unsafe) let bytes = bytes
                DispatchQueue.concurrentPerform(iterations: count) { batch in
                    places[batch] = answer(lines[(batch * size)..<min((batch + 1) * size, lines.count)], of: bytes)
                }
            }
            for answer in answers { Terminal.write(answer) }
            return lines.count
        }
    }

    private func answer(_ lines: ArraySlice<Range<Int>>, of bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var writer = JSONWriter(capacity: lines.count * (isExplained ? 8192 : 1024))
        for line in lines {
            desk.answer(rule, to: UnsafeBufferPointer(rebasing: bytes[line]), isExplained: isExplained)
                .write(into: &writer)
            writer.endLine()
        }
        return writer.bytes
    }

    private static func lines(of bytes: UnsafeBufferPointer<UInt8>, upTo end: Int) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = 0
        for position in 0..<end where bytes[position] == 0x0A {
            lines.append(start..<position)
            start = position + 1
        }
        lines.append(start..<end)
        return lines
    }
}
