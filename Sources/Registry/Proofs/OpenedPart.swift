package import TransparencyLog

/// One part of an entry as a proof shows it.
package enum OpenedPart: Equatable, Sendable {
    /// With all that its commitment is made of: anybody can make it again.
    case open(number: UInt8, salt: Salt, value: String)
    /// Only its commitment; not even which part it is.
    case hidden(Hash)
    /// A personal value that nobody can open any more, and the entry that says so.
    case erased(number: UInt8, commitment: Hash, by: EntryID)

    package var commitment: Hash {
        switch self {
        case .open(let number, let salt, let value):
            FieldCommitment.commitment(salt: salt, number: number, value: value)
        case .hidden(let commitment), .erased(_, let commitment, _): commitment
        }
    }

    /// The number of the column or annotation; `nil` for a hidden part.
    package var number: UInt8? {
        switch self {
        case .open(let number, _, _), .erased(let number, _, _): number
        case .hidden: nil
        }
    }
}
