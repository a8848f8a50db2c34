import Documents
import Foundation
import Registry
import Regulation

/// The pages about the log, filled with what the registry's own tests approve.
enum SampleLogPages {
    static let root = "0b3d832045ac4065c9f8d5b7398b54280f6d33554d3a7dc9c69d2a8dbc166086"

    static func sample(_ name: String) -> String {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return
            (try? String(contentsOf: folder.appending(path: "RegistryTests/Proofs/Samples/\(name)"), encoding: .utf8))
            ?? ""
    }

    /// As the server judges it, a minute after the samples were made.
    static func judgement(of text: String, at now: Instant = SampleAnswers.moment(2026, 11, 20, 12, 36))
        -> Evidence.Judgement
    {
        Evidence.check(PastedEvidence.bytes(text), by: Evidence.keys(in: sample("keys")) ?? [], at: now)
    }

    static func check(
        _ text: String, _ standing: LogStanding? = .borneOut(size: 1_514_349), in language: Language,
        elder: Bool = false, at now: Instant = SampleAnswers.moment(2026, 11, 20, 12, 36)
    ) -> String {
        LogCheckView.render(
            LogCheckModel(
                chrome: SamplePages.chrome("/log/check", language, elder), pasted: text,
                outcome: LogCheckModel.Outcome(judgement: judgement(of: text, at: now), standing: standing)))
    }

    static var days: [LogModel.Day] {
        let counts: [Int64] = [812, 1204, 0, 96, 1405, 1377, 1290, 1502, 640, 0, 1811, 1433, 1298, 402]
        return counts.enumerated().compactMap { offset, entries in
            SampleAnswers.now.shanghaiDate.adding(days: offset - 13).map { LogModel.Day(date: $0, entries: entries) }
        }
    }

    static func log(in language: Language, elder: Bool = false) -> LogModel {
        LogModel(
            chrome: SamplePages.chrome("/log", language, elder), head: LogModel.Head(size: 1_514_349, root: root),
            newest: LogModel.NewestLeaf(committedAt: SampleAnswers.now, commitment: String(root.reversed())),
            days: days)
    }

    static func all(in language: Language, elder: Bool) -> [(name: String, html: String)] {
        let chrome = SamplePages.chrome("/log/check", language, elder)
        let card = sample("card")
        var taken = AnswerModel(
            chrome: SamplePages.chrome("/query", language, elder), answer: SampleAnswers.answer(.inForce, .notDue),
            asked: AskedVehicle(maskedPlate: "京A·**345", proof: .vinSuffix))
        taken.card = card
        return [
            ("answer-card", AnswerView.render(taken)),
            ("log", LogView.render(log(in: language, elder: elder))),
            ("log-unpublished", LogView.render(LogModel(chrome: SamplePages.chrome("/log", language, elder)))),
            ("log-check", LogCheckView.render(LogCheckModel(chrome: chrome))),
            ("log-check-empty", LogCheckView.render(LogCheckModel(chrome: chrome, isEmpty: true))),
            ("log-check-card", check(card, in: language, elder: elder)),
            ("log-check-expired", check(card, in: language, elder: elder, at: SampleAnswers.moment(2026, 12, 1))),
            ("log-check-proof", check(sample("policy.tlog-proof"), in: language, elder: elder)),
            ("log-check-receipt", check(sample("receipt"), in: language, elder: elder)),
            ("log-check-early", check(sample("receipt"), .notReached(size: 123), in: language, elder: elder)),
            ("log-check-unread", check(sample("receipt"), .unknown, in: language, elder: elder)),
            ("log-check-contradicted", check(sample("receipt"), .contradicted(size: 300), in: language, elder: elder)),
            (
                "log-check-spoiled",
                check(card.replacing("inForce", with: "laidUp"), nil, in: language, elder: elder)
            ),
            ("log-check-unreadable", check("你好 <b>", nil, in: language, elder: elder)),
        ]
    }
}
