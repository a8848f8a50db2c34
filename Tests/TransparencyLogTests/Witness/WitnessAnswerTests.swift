import Crypto
import Testing
import TransparencyLog

/// What a witness answers (C2SP tlog-witness, add-checkpoint).
@Suite struct WitnessAnswerTests {
    private static func status(
        _ request: WitnessRequest?, _ log: SampleLog, latest: SignedCheckpoint? = nil
    ) -> Int {
        WitnessAnswer(
            to: request, log: { $0 == SampleLog.origin ? log.identity : nil }, latest: { _ in latest?.checkpoint }
        ).status
    }

    private static let continuations: [(old: Int64, new: Int64)] = [
        (0, 0), (0, 1), (0, 7), (1, 7), (3, 7), (4, 7), (6, 7), (7, 7), (1, 300), (256, 300), (299, 300),
    ]

    @Test(arguments: continuations)
    func `a tree that continues what was seen is admitted`(old: Int64, new: Int64) throws {
        let log = try SampleLog(size: Int(new))
        let request = try log.request(from: old, to: new)
        let latest = old == 0 ? nil : try log.checkpoint(old)
        #expect(try #require(WitnessRequest(request.encoded)) == request)
        #expect(Self.status(request, log, latest: latest) == 200)
    }

    @Test func `a witness that forgot, or was ahead, names the size it has`() throws {
        let log = try SampleLog(size: 9)
        let request = try log.request(from: 3, to: 7)
        for (latest, size) in [(nil, Int64(0)), (try log.checkpoint(2), 2), (try log.checkpoint(9), 9)] {
            let answer = WitnessAnswer(
                to: request, log: { _ in log.identity }, latest: { _ in latest?.checkpoint })
            #expect(answer == .conflict(size))
            #expect(answer.status == 409)
        }
        #expect(WitnessAnswer.body(ofConflict: 9) == "9\n")
        #expect(WitnessAnswer.size(inConflict: "9\n") == 9)
        for body in ["", "\n", "9", "09\n", "-9\n", "9\n\n", "99999999999999999999\n", "1152921504606846977\n"] {
            #expect(WitnessAnswer.size(inConflict: body) == nil)
        }
    }

    @Test func `a log that is not followed is unknown`() throws {
        let log = try SampleLog(size: 2)
        let request = try log.request(from: 0, to: 2)
        let answer = WitnessAnswer(to: request, log: { _ in nil }, latest: { _ in nil })
        #expect(answer == .unknownLog)
        #expect(answer.status == 404)
    }

    @Test func `without the log's signature, or with a wrong one, nothing is cosigned`() throws {
        let log = try SampleLog(size: 2)
        let stranger = try SampleLog(size: 2, keyByte: 9)
        #expect(Self.status(try stranger.request(from: 0, to: 2), log) == 403)
        let request = try log.request(from: 0, to: 2)
        let wrong = try SignedNote(signing: "other\n", by: log.signer)
        let line = try #require(wrong.signatures.first).line
        #expect(Self.status(WitnessRequest(request.encoded + line), log) == 403)
    }

    @Test func `a tree that was rewritten is told, with its log's own signature`() throws {
        let log = try SampleLog(size: 7)
        let seen = try log.checkpoint(4)
        let request = try log.request(from: 4, to: 7)
        let forged = Checkpoint(origin: SampleLog.origin, size: 7, root: log.store.root(6))
        let note = try SignedNote(signing: forged.text, by: log.signer)
        let fork = try #require(WitnessRequest(request.encoded.replacing(request.note.encoded, with: note.encoded)))
        let answer = WitnessAnswer(to: fork, log: { _ in log.identity }, latest: { _ in seen.checkpoint })
        #expect(answer == .inconsistent(try SignedCheckpoint(note, of: log.identity)))
        #expect(answer.status == 422)
        // The same size with another head.
        let same = try SignedNote(
            signing: Checkpoint(origin: SampleLog.origin, size: 4, root: log.store.root(3)).text, by: log.signer)
        let repeated = try #require(WitnessRequest("old 4\n\n" + same.encoded))
        #expect(Self.status(repeated, log, latest: seen) == 422)
        // An empty tree with a head of something.
        let empty = try SignedNote(
            signing: Checkpoint(origin: SampleLog.origin, size: 0, root: log.store.root(3)).text, by: log.signer)
        #expect(Self.status(WitnessRequest("old 0\n\n" + empty.encoded), log) == 422)
    }

    @Test func `a proof that is not needed, is short, or is changed is refused`() throws {
        let log = try SampleLog(size: 7)
        let request = try log.request(from: 3, to: 7)
        let seen = try log.checkpoint(3)
        let lines = request.encoded.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for position in 1...request.path.count {
            var fewer = lines
            fewer.remove(at: position)
            #expect(Self.status(WitnessRequest(fewer.joined(separator: "\n")), log, latest: seen) == 422)
            var doubled = lines
            doubled.insert(lines[position], at: position)
            #expect(
                Self.status(WitnessRequest(doubled.joined(separator: "\n")), log, latest: seen) == 422)
        }
        let needless = try log.request(from: 0, to: 7).encoded.replacing("old 0\n", with: "old 0\n" + lines[1] + "\n")
        #expect(Self.status(WitnessRequest(needless), log) == 422)
    }

    @Test func `an old size beyond the checkpoint's is a malformed request`() throws {
        let log = try SampleLog(size: 7)
        let text = try log.request(from: 0, to: 5).encoded.replacing("old 0\n", with: "old 6\n")
        #expect(Self.status(WitnessRequest(text), log, latest: try log.checkpoint(6)) == 400)
    }

    @Test(arguments: [
        "", "old 0\n", "old 0\n\n", "old  0\n\nN", "old -1\n\nN", "old 00\n\nN", "old\n\nN", "Old 0\n\nN",
        "old 0\r\n\nN",
        "old 0\nAAAA\n\nN", "old 0\n \n\nN", "old 99999999999999999999\n\nN", "\nold 0\n\nN", "old 0\n\n\nN",
        "old 0\nN",
    ])
    func `a request that is none is malformed`(pattern: String) throws {
        let log = try SampleLog(size: 2)
        let request = WitnessRequest(pattern.replacing("N", with: try log.checkpoint().note.encoded))
        #expect(Self.status(request, log) == 400)
    }

    @Test func `64 lines of proof are too many`() throws {
        let note = try SampleLog(size: 2).checkpoint().note.encoded
        let line = "TszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=\n"
        #expect(WitnessRequest("old 1\n" + String(repeating: line, count: 63) + "\n" + note) != nil)
        #expect(WitnessRequest("old 1\n" + String(repeating: line, count: 64) + "\n" + note) == nil)
    }

    @Test func `a log is found by the hash of its origin — tlog-witness, Monitor Retrieval`() {
        let log = LogIdentity(origin: "example.com/log", verifiers: [])
        let digest = SHA256.hash(data: Array("example.com/log".utf8))
        #expect(log.originHash == digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())
    }
}
