package import Regulation
package import TransparencyLog

/// What a person holds in their hand and wants checked, with nothing but the registry's public key: a proof file, an
/// answer card or a receipt, told apart by the first line.
package enum Evidence {
    package enum Kind: String, CaseIterable, Sendable {
        case proof, card, receipt
    }

    /// What came of checking it.
    package enum Judgement: Sendable {
        /// Not even the first line is one of ours.
        case unreadable
        /// Only a proof file brings a key along; the others are nothing without one.
        case keyWanted(Kind)
        case refused(Kind, EvidenceFault)
        /// Entries that stand in the log and say what is shown.
        case proven(ProvenEntries)
        /// The registry's word about a vehicle's cover; `isExpired` when the time it stood by it is over.
        case stated(AnswerCard, by: NoteVerifier, isExpired: Bool)
        /// The registry's word that an entry was taken in.
        case received(Receipt, by: NoteVerifier)
    }

    /// Checks a file by these keys, the log's own first and witnesses' after it.
    package static func check(_ bytes: [UInt8], by keys: [NoteVerifier], at now: Instant) -> Judgement {
        guard bytes.count <= LogProof.byteLimit, let text = String(validating: bytes, as: UTF8.self),
            let kind = kind(of: text)
        else { return .unreadable }
        do throws(EvidenceFault) {
            if kind == .proof {
                guard let file = ProofFile(text) else { throw .malformed }
                return .proven(try file.verified(by: keys))
            }
            guard let key = keys.first else { return .keyWanted(kind) }
            guard let note = SignedNote(text) else { throw .malformed }
            if kind == .receipt { return .received(try Receipt(note, by: key), by: key) }
            let card = try AnswerCard(note, by: key)
            return .stated(card, by: key, isExpired: !card.isValid(at: now))
        } catch { return .refused(kind, error) }
    }

    private static func kind(of text: String) -> Kind? {
        let first = Substring(text.utf8.prefix { $0 != 0x0A })
        if first.utf8.elementsEqual(LogProof.firstLine.utf8) { return .proof }
        if StatementLines.log(in: first, before: AnswerCard.firstLineEnd) != nil { return .card }
        return StatementLines.log(in: first, before: Receipt.firstLineEnd) != nil ? .receipt : nil
    }

    /// Verifier keys, one a line, the log's own first; `nil` unless every line is one.
    package static func keys(in text: String) -> [NoteVerifier]? {
        let lines = text.split(whereSeparator: \.isNewline)
        let keys = lines.compactMap { NoteVerifier(String($0)) }
        guard !keys.isEmpty, keys.count == lines.count, keys[0].use == .text else { return nil }
        return keys
    }
}

extension Evidence.Judgement {
    /// Whether what the file says is proven, and still stood by.
    package var isProven: Bool {
        switch self {
        case .unreadable, .keyWanted, .refused: false
        case .stated(_, _, let isExpired): !isExpired
        case .proven, .received: true
        }
    }
}
