import TransparencyLog

extension EntryContent {
    /// The version all new entries are written in. Bytes of an older version stay readable for ever.
    static let version: UInt8 = 1
    /// More than any honest record needs; a longer text does not pass the door.
    static let longestValue = 65_536

    /// Canonical bytes: version, seed, then `number · length · bytes` in rising order of number. One content has
    /// exactly one encoding, and a decoder accepts nothing else.
    package var canonicalBytes: [UInt8] {
        var writer = ByteWriter(capacity: 512)
        writer.byte(Self.version)
        writer.bytes(seed)
        forEachPart { number, part in
            writer.byte(number)
            switch part {
            case .text(let text): writer.text(text)
            case .commitment(let hash):
                writer.variable(UInt64(Hash.byteCount))
                hash.withUnsafeBytes { writer.raw($0) }
            }
        }
        return writer.result
    }

    /// `nil` for anything that `canonicalBytes` does not write.
    package init?(canonicalBytes bytes: [UInt8]) {
        var reader = ByteReader(bytes)
        guard reader.byte() == Self.version, let seed = reader.bytes(count: 32) else { return nil }
        self.init(values: FieldValues(), seed: seed)
        values.reserveCapacity(28)
        var last: UInt8 = 0
        while !reader.isAtEnd {
            guard let number = reader.byte(), number > last, readPart(number, from: &reader) else { return nil }
            last = number
        }
    }

    /// Whether the number is a column's, or an annotation's.
    static func isPart(_ number: UInt8) -> Bool {
        Field(rawValue: number) != nil || Annotation(rawValue: number) != nil
    }

    /// Whether the number is a column of a person's, for which a commitment stands in the entry.
    static func isPersonal(_ number: UInt8) -> Bool { Field(rawValue: number)?.protection == .person }

    private mutating func readPart(_ number: UInt8, from reader: inout ByteReader) -> Bool {
        if let annotation = Annotation(rawValue: number) {
            guard let text = reader.text(longest: Self.longestValue) else { return false }
            self[annotation] = text
            return true
        }
        guard let field = Field(rawValue: number) else { return false }
        guard field.protection == .person else {
            guard let text = reader.text(longest: Self.longestValue) else { return false }
            values.append(field, text)
            return true
        }
        guard reader.variable() == UInt64(Hash.byteCount), let bytes = reader.bytes(count: Hash.byteCount),
            let hash = Hash(bytes: bytes)
        else { return false }
        personal.append(PersonalCommitment(field: field, commitment: hash))
        return true
    }

    enum Part {
        case text(String)
        case commitment(Hash)
    }

    /// Every part by rising number: columns first, with personal commitments at their column's place, then annotations.
    func forEachPart(_ body: (UInt8, Part) -> Void) {
        var next = 0
        for element in values.elements {
            while next < personal.count, personal[next].field < element.field {
                body(personal[next].field.rawValue, .commitment(personal[next].commitment))
                next += 1
            }
            body(element.field.rawValue, .text(element.text))
        }
        for commitment in personal[next...] { body(commitment.field.rawValue, .commitment(commitment.commitment)) }
        for (annotation, text) in annotations { body(annotation.rawValue, .text(text)) }
    }
}
