import Regulation
package import TransparencyLog

extension Receipt {
    static let firstLineEnd = "/receipt"

    /// `nil` unless this is the text of a receipt, in its one spelling.
    package init?(text: String) {
        var lines = StatementLines(text)
        guard let log = lines.log(before: Self.firstLineEnd), let entry = lines.value("entry").flatMap({ EntryID($0) }),
            entry.log == log, lines.value("index") != nil, let leaf = lines.value("leaf").flatMap({ Hash(hex: $0) }),
            let committedAt = lines.moment("committed"), lines.isAtEnd
        else { return nil }
        self.init(entry: entry, leafHash: leaf, committedAt: committedAt)
        // What was read too leniently anywhere above is written otherwise.
        guard self.text.utf8.elementsEqual(text.utf8) else { return nil }
    }

    /// The receipt in a note that this key signed; the key is the receipt's log's own.
    package init(_ note: SignedNote, by key: NoteVerifier) throws(EvidenceFault) {
        guard let receipt = Receipt(text: note.text) else { throw .malformed }
        try note.checkStatement(of: receipt.entry.log, by: key)
        self = receipt
    }
}
