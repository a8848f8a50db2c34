import Regulation
package import TransparencyLog

extension AnswerCard {
    /// What stands before and behind the log's name on the first line.
    static let firstLineEnd = "/answer/1"

    /// The text that is signed, one statement a line; a dash for what is not there.
    package var text: String {
        """
        \(log.origin)\(Self.firstLineEnd)
        outcome \(outcome.rawValue)
        renewal \(renewal.rawValue)
        end \(end?.text ?? "-")
        on \(on.text)
        as-of \(asOf.text)
        valid-until \(validUntil.text)
        tree \(treeSize) \(Base64.text(of: root.bytes))
        entry \(entry?.text ?? "-")
        plate \(plate ?? "-")

        """
    }

    /// `nil` unless this is the text of a card, in its one spelling.
    package init?(text: String) {
        var lines = StatementLines(text)
        guard let log = lines.log(before: Self.firstLineEnd),
            let outcome = lines.value("outcome").flatMap(CoverageAnswer.Outcome.init(rawValue:)),
            let renewal = lines.value("renewal").flatMap(CoverageAnswer.Renewal.init(rawValue:)),
            let end = lines.value("end"), let on = lines.moment("on"), let asOf = lines.moment("as-of"),
            let validUntil = lines.moment("valid-until"), let tree = lines.values("tree", count: 2),
            let entry = lines.value("entry"), let plate = lines.value("plate"), lines.isAtEnd
        else { return nil }
        guard let size = Decimal.value(of: tree[0].utf8, atMost: MerkleTree.sizeLimit),
            let root = Base64.hash(of: tree[1]), plate == "-" || Self.isMasked(plate)
        else { return nil }
        self.log = log
        self.outcome = outcome
        self.renewal = renewal
        self.end = Instant.read(end)?.instant
        self.on = on
        self.asOf = asOf
        self.validUntil = validUntil
        treeSize = size
        self.root = root
        self.entry = EntryID(entry)
        self.plate = plate == "-" ? nil : plate
        // What was read too leniently anywhere above is written otherwise.
        guard outcome != .noMatch, self.entry?.log ?? log == log, self.text.utf8.elementsEqual(text.utf8) else {
            return nil
        }
    }

    /// Two characters, the mask, and two characters or none: nobody's card shows a whole plate.
    private static func isMasked(_ plate: String) -> Bool {
        let ends = plate.split(separator: mask, maxSplits: 1, omittingEmptySubsequences: false)
        return ends.count == 2 && ends[0].count <= 2 && ends[1].count <= 2
            && plate.unicodeScalars.allSatisfy { !$0.properties.isWhitespace }
    }

    /// The card in a note that this key signed; the key is the card's log's own.
    package init(_ note: SignedNote, by key: NoteVerifier) throws(EvidenceFault) {
        guard note.encoded.utf8.count <= Self.byteLimit, let card = AnswerCard(text: note.text) else {
            throw .malformed
        }
        try note.checkStatement(of: card.log, by: key)
        self = card
    }
}
