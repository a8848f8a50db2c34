import Regulation
import TransparencyLog

extension EvidenceTexts {
    static func english(_ judgement: Evidence.Judgement) -> [String] {
        switch judgement {
        case .unreadable: ["This is no proof file, answer card or receipt of Xubao"]
        case .keyWanted(let kind):
            [
                "To check this \(kind.rawValue) the registry's published key is needed",
                "Give a file that holds it with --key; it is published at /v1/log/key.",
            ]
        case .refused(let kind, let fault): ["This \(kind.rawValue) proves nothing", english(fault)]
        case .proven(let proven): english(proven)
        case .stated(let card, let key, let isExpired): english(card, key, isExpired: isExpired)
        case .received(let receipt, let key):
            [
                "The receipt holds: the registry says that it took this record in",
                "entry \(receipt.entry.text), index \(receipt.entry.index)",
                "committed at \(moment(receipt.committedAt))", "leaf hash \(receipt.leafHash.hex)", signer(key),
                "A receipt is the registry's promise; that the record is in the log, a proof file shows.",
            ]
        }
    }

    private static func english(_ proven: ProvenEntries) -> [String] {
        let (count, checkpoint) = (proven.entries.count, proven.checkpoint)
        var lines = [
            "The proof holds: \(count == 1 ? "this entry stands" : "these \(count) entries stand") in the log",
            "log \(checkpoint.origin), tree of size \(checkpoint.size), head \(checkpoint.root.hex)",
            signer(proven.key),
        ]
        if proven.isKeyFromFile {
            lines.append(
                "The file brought this key itself: compare it, character by character, with the one published at "
                    + "/v1/log/key. Nothing is proven unless they are the same.")
        }
        for cosignature in proven.cosignatures {
            let time = Instant(milliseconds: cosignature.time.multipliedReportingOverflow(by: 1000).partialValue)
            lines.append("seen by witness \(cosignature.witness)\(time.map { " at " + moment($0) } ?? "")")
        }
        for entry in proven.entries { lines += [""] + english(entry) }
        return lines + [
            "",
            "Proven is that these entries were written so and have not been changed since; not that there are no "
                + "others, nor that what was reported is true.",
        ]
    }

    private static func english(_ entry: OpenedEntry) -> [String] {
        var lines = ["recorded at index \(entry.index), committed at \(moment(entry.committedAt))"]
        var hidden = 0
        for part in entry.parts {
            switch part {
            case .hidden: hidden += 1
            case .open(let number, _, let value):
                let name = PartName(number: number)
                lines.append("  \(name.text(in: .english)): \(name.reading(of: value, in: .english))")
            case .erased(let number, _, let entry):
                let name = PartName(number: number).text(in: .english)
                lines.append("  \(name): erased by entry \(entry.text)")
            }
        }
        return hidden == 0 ? lines : lines + ["  and \(MomentText.counted(hidden, "field")) not shown"]
    }

    private static func english(_ card: AnswerCard, _ key: NoteVerifier, isExpired: Bool) -> [String] {
        let vehicle = card.plate.map { "plate \($0)" } ?? "a vehicle asked about by its VIN"
        var lines = [
            isExpired
                ? "The answer card is genuine, and its time is over"
                : "The answer card holds: the registry stands by this for the time stated",
            "\(vehicle): \(english(card.outcome)) \(moment(card.on)), as stated at \(moment(card.asOf))",
        ]
        if let renewal = english(card.renewal) { lines.append(renewal) }
        if let end = card.end { lines.append("the period ends at \(MomentText.moment(end, in: .english))") }
        lines.append("this card is valid until \(moment(card.validUntil))")
        if let entry = card.entry { lines.append("it rests on entry \(entry.text)") }
        lines += [
            "the log as published then: size \(card.treeSize), head \(card.root.hex)", signer(key),
            "The card shows four characters of the plate: compare them with the vehicle before you. "
                + "That the record is in the log, a proof file shows.",
        ]
        return lines
    }

    private static func english(_ fault: EvidenceFault) -> String {
        switch fault {
        case .malformed: "It is incomplete, or was changed."
        case .unsigned: "It is not signed with this key."
        case .wrongSignature: "The signature is wrong: something was changed, or the signature forged."
        case .otherLog: "It is another registry's, not the one this key belongs to."
        case .notACheckpoint: "What is signed in it is not the head of a log."
        case .indexBeyondTree(let index): "The log had no index \(index) at that time."
        case .erasureUnproven(let index):
            "The entry at index \(index) calls a field erased, and no entry that says so is proven with it."
        case .notInTree(let index): "What stands at index \(index) of the log is not this entry."
        }
    }

    private static func english(_ outcome: CoverageAnswer.Outcome) -> String {
        switch outcome {
        case .inForce: "in force at"
        case .laidUp: "laid up, cover suspended, at"
        case .pending: "reported but not yet covered at"
        case .notYetInForce: "cover not yet begun at"
        case .cancelled: "cover cancelled by"
        case .lapsed: "cover ended, and no renewal known, by"
        case .noMatch: "no record at"
        }
    }

    private static func english(_ renewal: CoverageAnswer.Renewal) -> String? {
        switch renewal {
        case .renewed: "renewed"
        case .renewedWithGap: "renewed, with days without cover between"
        case .due: "ending soon, and no renewal known"
        case .overdue, .notDue, .none: nil
        }
    }

    private static func signer(_ key: NoteVerifier) -> String { "signed by \(key.encoded)" }

    private static func moment(_ instant: Instant) -> String {
        MomentText.moment(instant, in: .english, seconds: true)
    }
}
