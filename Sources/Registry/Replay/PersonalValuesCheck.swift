import Crypto
import Regulation
import TransparencyLog

/// Opens the personal values sealed beside an entry and holds each against the entry's commitment to it.
package enum PersonalValuesCheck {
    package enum Outcome: Equatable, Sendable {
        /// Everything that can be opened fits. Of persons whose key was erased nothing can: these fields; of them those
        /// whose erasure has no entry yet, and those of which something sealed is left all the same.
        case fits(erased: Set<Field>, awaiting: Set<Field>, left: Set<Field>)
        case changed
    }

    /// A person's key as the key store has it.
    package enum Key: Sendable {
        case there([UInt8])
        /// `isAwaiting` where no entry says so yet.
        case erased(isAwaiting: Bool)
        case missing
    }

    package static func outcome(
        of sealed: [SealedPersonalValues], beside content: EntryContent, key: (Int64) -> Key
    ) -> Outcome {
        var waiting = content.personal
        var (erased, awaiting, left): (Set<Field>, Set<Field>, Set<Field>) = ([], [], [])
        for (values, fields) in zip(sealed, content.personalFields(sealedIn: sealed.count)) {
            switch key(values.keyNumber) {
            case .missing: return .changed
            case .there where values.bytes.isEmpty: erased.formUnion(fields)
            case .erased(let isAwaiting):
                erased.formUnion(fields)
                if isAwaiting { awaiting.formUnion(fields) }
                if !isAwaiting, !values.bytes.isEmpty { left.formUnion(fields) }
            case .there(let key):
                guard let plain = open(values.bytes, key: key, seed: content.seed),
                    let elements = elements(of: plain)
                else { return .changed }
                for (field, text) in elements {
                    let commitment = FieldCommitment.personal(
                        key: key, seed: content.seed, field: field, value: text)
                    guard let position = waiting.firstIndex(where: { $0.field == field && $0.commitment == commitment })
                    else { return .changed }
                    waiting.remove(at: position)
                }
            }
        }
        return Set(waiting.map(\.field)) == erased
            ? .fits(erased: erased, awaiting: awaiting, left: left) : .changed
    }

    /// The values of one sealed part beside an entry, opened; `nil` where the key is not the one.
    package static func values(_ sealed: [UInt8], key: [UInt8], seed: [UInt8]) -> [(Field, String)]? {
        open(sealed, key: key, seed: seed).flatMap { elements(of: $0) }
    }

    /// Whether a row kept in quarantine opens under its key for the entry of this seed.
    package static func opens(_ row: [UInt8], key: [UInt8], seed: [UInt8]) -> Bool {
        open(row, key: key, seed: seed) != nil
    }

    private static func open(_ sealed: [UInt8], key: [UInt8], seed: [UInt8]) -> [UInt8]? {
        guard let box = try? AES.GCM.SealedBox(combined: sealed),
            let plain = try? AES.GCM.open(box, using: SymmetricKey(data: key), authenticating: seed)
        else { return nil }
        return Array(plain)
    }

    private static func elements(of plain: [UInt8]) -> [(Field, String)]? {
        var reader = ByteReader(plain)
        var elements: [(Field, String)] = []
        while !reader.isAtEnd {
            guard let field = reader.byte().flatMap({ Field(rawValue: $0) }),
                let text = reader.text(longest: EntryContent.longestValue)
            else { return nil }
            elements.append((field, text))
        }
        return elements
    }
}
