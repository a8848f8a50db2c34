import Regulation
import TransparencyLog

extension Evidence.Judgement {
    /// What came of the check, for programs.
    package var json: [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("kind", kind?.rawValue)
            writer.member("proven", isProven)
            switch self {
            case .unreadable: writer.member("fault", "unreadable")
            case .keyWanted: writer.member("fault", "keyWanted")
            case .refused(_, let fault): writer.member("fault", fault.code)
            case .proven(let proven): proven.write(to: &writer)
            case .stated(let card, let key, let isExpired):
                writer.member("fault", isExpired ? "expired" : nil)
                writer.member("key", key.encoded)
                card.write(to: &writer)
            case .received(let receipt, let key):
                writer.member("fault", nil as String?)
                writer.member("key", key.encoded)
                writer.member("entryId", receipt.entry.text)
                writer.member("logIndex", receipt.entry.index)
                writer.member("leafHash", receipt.leafHash.hex)
                writer.member("committedAt", receipt.committedAt.text)
            }
        }
        return writer.bytes
    }

    private var kind: Evidence.Kind? {
        switch self {
        case .unreadable: nil
        case .keyWanted(let kind), .refused(let kind, _): kind
        case .proven: .proof
        case .stated: .card
        case .received: .receipt
        }
    }
}

extension EvidenceFault {
    /// Stable, for programs.
    fileprivate var code: String {
        switch self {
        case .malformed: "malformed"
        case .unsigned: "unsigned"
        case .wrongSignature: "wrongSignature"
        case .otherLog: "otherLog"
        case .notACheckpoint: "notACheckpoint"
        case .indexBeyondTree: "indexBeyondTree"
        case .notInTree: "notInTree"
        case .erasureUnproven: "erasureUnproven"
        }
    }
}

extension ProvenEntries {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.member("fault", nil as String?)
        writer.member("key", key.encoded)
        writer.member("keyFromFile", isKeyFromFile)
        writer.member("log", checkpoint.origin)
        writer.member("treeSize", checkpoint.size)
        writer.member("root", checkpoint.root.hex)
        writer.member(
            "witnesses",
            array: { writer in
                for cosignature in cosignatures {
                    writer.object {
                        $0.member("name", cosignature.witness)
                        $0.member("time", cosignature.time)
                    }
                }
            })
        writer.member("entries", array: { writer in for entry in entries { entry.write(to: &writer) } })
    }
}

extension OpenedEntry {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("logIndex", index)
            writer.member("committedAt", committedAt.text)
            writer.member("leafHash", leaf.hash.hex)
            writer.member("shown", array: { writer in for part in parts { part.write(to: &writer) } })
            writer.member("hidden", parts.count { $0.number == nil })
        }
    }
}

extension OpenedPart {
    fileprivate func write(to writer: inout JSONWriter) {
        guard let number else { return }
        writer.object { writer in
            writer.member("number", Int(number))
            writer.member("name", PartName(number: number).text(in: .english))
            switch self {
            case .open(_, _, let value): writer.member("value", value)
            case .erased(_, _, let entry):
                writer.member("value", nil as String?)
                writer.member("erasedBy", entry.text)
            case .hidden: break
            }
        }
    }
}

extension AnswerCard {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.member("outcome", outcome.rawValue)
        writer.member("renewal", renewal.rawValue)
        writer.member("end", end?.text)
        writer.member("on", on.text)
        writer.member("asOf", asOf.text)
        writer.member("validUntil", validUntil.text)
        writer.member("treeSize", treeSize)
        writer.member("root", root.hex)
        writer.member("entryId", entry?.text)
        writer.member("plate", plate)
    }
}
