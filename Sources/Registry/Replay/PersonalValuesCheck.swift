import Crypto
import Regulation
import TransparencyLog

/// Opens the personal values sealed beside an entry and holds each against the entry's commitment to it.
package enum PersonalValuesCheck {
    package enum Outcome: Equatable, Sendable {
        case whole
        /// A person's key was erased: what it sealed can be opened by nobody, here neither.
        case erased
        case changed
    }

    /// A person's key as the key store has it.
    package enum Key: Sendable {
        case there([UInt8])
        case erased
        case missing
    }

    package static func outcome(
        of sealed: [SealedPersonalValues], beside content: EntryContent, key: (Int64) -> Key
    ) -> Outcome {
        var waiting = content.personal
        var outcome = Outcome.whole
        for values in sealed {
            switch key(values.keyNumber) {
            case .missing: return .changed
            case .erased: outcome = .erased
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
        return outcome == .whole && !waiting.isEmpty ? .changed : outcome
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
