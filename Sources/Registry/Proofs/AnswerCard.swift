package import Regulation
package import TransparencyLog

/// An answer that the registry stands by for a stated time, small enough for a QR code and checkable with no network.
///
/// It says that cover was stated so at a moment, not that the record is in the log: that a proof file shows. The
/// vehicle is named by four characters of its plate and no other way.
package struct AnswerCard: Equatable, Sendable {
    /// Of the whole signed card; what a QR code of moderate size and strong correction holds.
    package static let byteLimit = 700
    /// How long a card is valid: 24 hours.
    package static let seconds = 86_400

    package let log: LogName
    package let outcome: CoverageAnswer.Outcome
    package let renewal: CoverageAnswer.Renewal
    /// When the period ends, or ended; `nil` without a period.
    package let end: Instant?
    /// The moment asked about.
    package let on: Instant
    /// When it was answered.
    package let asOf: Instant
    package let validUntil: Instant
    /// The log as it was published then.
    package let treeSize: Int64
    package let root: Hash
    /// The entry that the answer rests on.
    package let entry: EntryID?
    /// Masked; `nil` when the vehicle was asked about by its VIN.
    package let plate: String?

    /// `nil` for what no card is made of: a question that found no vehicle, for that says nothing about any, and one
    /// about an earlier knowledge.
    package init?(
        _ answer: CoverageAnswer, of subject: CoverageQuestion.Subject, in checkpoint: Checkpoint,
        log: LogName = .main, validFor seconds: Int = seconds
    ) {
        guard answer.outcome != .noMatch, !answer.isAboutEarlierKnowledge else { return nil }
        self.log = log
        outcome = answer.outcome
        renewal = answer.renewal
        end = answer.period?.end
        on = answer.on
        asOf = answer.asOf
        validUntil = answer.asOf.adding(seconds: seconds)
        treeSize = checkpoint.size
        root = checkpoint.root
        entry = answer.index.map { EntryID(log: log, index: $0) }
        plate =
            switch subject {
            case .plate(let number, _): Self.masked(number)
            case .vin: nil
            }
    }

    package func isValid(at moment: Instant) -> Bool { moment < validUntil }

    /// Signed with the log's key.
    package func signed(by signer: NoteSigner) throws -> SignedNote { try SignedNote(signing: text, by: signer) }

    /// The first two characters and the last two; of a plate that is hardly longer the first two.
    static func masked(_ plate: PlateNumber) -> String {
        let text = plate.text
        return text.prefix(2) + mask + (text.count > 5 ? text.suffix(2) : "")
    }

    static let mask = "***"
}
