package import Regulation
import TransparencyLog

/// An entry as a proof shows it: some fields in the open, of the others the commitments. Its leaf can be made again
/// from what is here.
package struct OpenedEntry: Equatable, Sendable {
    package let index: Int64
    package let committedAt: Instant
    /// In canonical order.
    package let parts: [OpenedPart]

    init(index: Int64, committedAt: Instant, parts: [OpenedPart]) {
        self.index = index
        self.committedAt = committedAt
        self.parts = parts
    }

    /// Shows the parts of these numbers, and hides the others. A personal value is shown when it is given as well; one
    /// that was erased is always told to be.
    package init(_ entry: Entry, showing numbers: Set<UInt8>, personal: [Field: PersonalOpening] = [:]) {
        let seed = entry.content.seed
        var parts: [OpenedPart] = []
        entry.content.forEachPart { number, part in
            switch part {
            case .text(let text):
                let open = OpenedPart.open(
                    number: number, salt: FieldCommitment.salt(seed: seed, number: number), value: text)
                parts.append(numbers.contains(number) ? open : .hidden(open.commitment))
            case .commitment(let commitment):
                let opening = Field(rawValue: number).flatMap { personal[$0] }
                parts.append(
                    Self.part(commitment, number, opening, seed: seed, isShown: numbers.contains(number)))
            }
        }
        self.init(index: entry.index, committedAt: entry.committedAt, parts: parts)
    }

    private static func part(
        _ commitment: Hash, _ number: UInt8, _ opening: PersonalOpening?, seed: [UInt8], isShown: Bool
    ) -> OpenedPart {
        switch opening {
        case .known(let key, let value):
            guard isShown, let field = Field(rawValue: number) else { return .hidden(commitment) }
            let salt = FieldCommitment.personalSalt(key: key, seed: seed, field: field)
            let open = OpenedPart.open(number: number, salt: salt, value: value)
            // Another key or value than the entry was made with opens nothing.
            return open.commitment == commitment ? open : .hidden(commitment)
        case .erased(let entry): return .erased(number: number, commitment: commitment, by: entry)
        case nil: return .hidden(commitment)
        }
    }

    package var leaf: Leaf {
        Leaf(committedAt: committedAt, fieldRoot: MerkleTree.root(of: parts.map(\.commitment)))
    }

    /// The value of a field that is shown.
    package subscript(field: Field) -> String? { value(field.rawValue) }

    /// The text of an annotation that is shown.
    package subscript(annotation: EntryContent.Annotation) -> String? { value(annotation.rawValue) }

    private func value(_ number: UInt8) -> String? {
        for case .open(number, _, let value) in parts { return value }
        return nil
    }

    /// What kind of record the entry is, where that is shown.
    package var event: Event? { self[.event].flatMap { Event(rawValue: $0) } }
}
