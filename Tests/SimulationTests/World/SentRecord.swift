import Registry

/// A record as a clerk sends it.
struct SentRecord: Sendable {
    enum Kind: Sendable {
        /// Told by the history; the naive model judges it.
        case told
        /// Another record under a number that one was taken in under.
        case reusedNumber
        /// Nothing can be made of it: no number, no vehicle, no time.
        case unreadable
    }

    let kind: Kind
    let insurer: String
    /// Everything that is sent.
    let values: [Field: String]

    /// What tells it from every other record.
    var identity: String {
        insurer + values.sorted { $0.key < $1.key }.map { "|\($0.key.names.english)=\($0.value)" }.joined()
    }

    /// The record's place in its insurer's sequence.
    var place: String? { values[.sequence].map { "\(insurer)#\($0)" } }

    /// Values that are about the contract and its vehicle; the model knows no persons.
    var plainValues: [Field: String] { values.filter { $0.key.protection != .person } }
}
