/// What a header cell or an NDJSON member name stands for.
package enum ColumnName: Equatable, Sendable {
    case field(Field)
    /// Written by us into a quarantine file; passed over when the file comes back.
    case ours
    case unknown(String)

    /// The line a quarantined row stood in.
    package static let line = "xubao_line"
    /// Why it was quarantined.
    package static let reason = "xubao_reason"
    /// An NDJSON line that is no object, as text.
    package static let row = "xubao_row"

    /// Reads either spelling: surrounding blanks, small and capital letters and full-width forms make no difference.
    init(_ text: String) {
        if let name = Self.known[text] {
            self = name
            return
        }
        let plain = PlainText.ascii(text)
        let trimmed = String(decoding: PlainText.trimmed(Array(plain.utf8)[...]), as: UTF8.self)
        self = Self.known[trimmed.lowercasedASCII] ?? .unknown(trimmed)
    }

    /// A name spelled exactly as documented, without making a `String` of it.
    init?(exactly bytes: UnsafeBufferPointer<UInt8>) {
        var slot = Self.hash(bytes) & (Self.slotCount - 1)
        while let column = Self.slots[slot].column {
            if Self.slots[slot].name.elementsEqual(bytes) {
                self = column
                return
            }
            slot = (slot + 1) & (Self.slotCount - 1)
        }
        return nil
    }

    private static let known: [String: ColumnName] = {
        var known: [String: ColumnName] = [line: .ours, reason: .ours, row: .ours]
        for field in Field.allCases {
            known[field.names.english] = .field(field)
            known[field.names.english.lowercasedASCII] = .field(field)
            known[field.names.chinese] = .field(field)
        }
        return known
    }()

    private struct Slot: Sendable {
        var name: [UInt8] = []
        /// `nil` in an empty slot.
        var column: ColumnName?
    }

    private static let slotCount = 256

    /// An open table of the exact names; four times as many slots as names.
    private static let slots: [Slot] = {
        var slots = [Slot](repeating: Slot(), count: slotCount)
        for (name, column) in known.sorted(by: { $0.key < $1.key }) {
            let bytes = Array(name.utf8)
            var slot = bytes.withUnsafeBufferPointer(hash) & (slotCount - 1)
            while slots[slot].column != nil { slot = (slot + 1) & (slotCount - 1) }
            slots[slot] = Slot(name: bytes, column: column)
        }
        return slots
    }()

    private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var hash: UInt32 = 2_166_136_261
        for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        return Int(hash ^ hash >> 16)
    }
}
