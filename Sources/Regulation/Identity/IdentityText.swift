/// An identifier as written, brought to the characters it is stored in, with a note of every change.
///
/// The folding covers what NFKC does to the letters and digits met in identifiers; everything it does not know stays
/// as it was and is judged by the reader.
struct IdentityText {
    struct Folding: OptionSet {
        let rawValue: UInt8
        static let removesSeparators = Folding(rawValue: 1)
        static let raisesCase = Folding(rawValue: 2)
    }

    /// No identifier is longer; what is longer is refused before a character of it is looked at.
    static let longestUTF8 = 64

    /// As it is stored.
    private(set) var text: String
    /// Each kind once, in the order they were met.
    private(set) var repairs: [IdentityRepair] = []

    var scalars: [Unicode.Scalar] { Array(text.unicodeScalars) }

    init(_ text: String, _ folding: Folding = [.removesSeparators, .raisesCase]) {
        self.text = text
        // Nearly every identifier of an upload is clean; those are kept without a copy.
        if text.utf8.allSatisfy({ 0x30...0x39 ~= $0 || 0x41...0x5A ~= $0 }) { return }
        var folded = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { append(scalar, folding, to: &folded) }
        self.text = String(folded)
    }

    private mutating func append(
        _ original: Unicode.Scalar, _ folding: Folding, to folded: inout String.UnicodeScalarView
    ) {
        if Self.isSpace(original) { return note(.spaceRemoved) }
        if Self.isInvisible(original) { return note(.invisibleRemoved) }
        let (scalar, repair) = Self.plain(original)
        if folding.contains(.removesSeparators), Self.isSeparator(scalar) { return note(.separatorRemoved) }
        if let repair { note(repair) }
        if folding.contains(.raisesCase), "a"..."z" ~= scalar {
            note(.lowerCase)
            folded.append(Unicode.Scalar(UInt8(scalar.value) - 0x20))
        } else {
            folded.append(scalar)
        }
    }

    private mutating func note(_ repair: IdentityRepair) {
        if !repairs.contains(repair) { repairs.append(repair) }
    }
}

extension IdentityText {
    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20, 0x09, 0x0A, 0x0D, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    /// Marks of width zero and of writing direction, as copying from web pages and office files leaves them.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFE00...0xFE0F, 0xFEFF: true
        default: false
        }
    }

    /// Dots in the middle and below, hyphens and dashes, slash, underscore; asterisks are none of these, because they
    /// stand for characters somebody hid.
    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ".", "-", "/", "_", "·", "•", "・", "･", "‧", "∙", "⋅", "−", "﹣": true
        default: 0x2010...0x2015 ~= scalar.value
        }
    }

    /// The plain form of a compatibility character.
    private static func plain(_ scalar: Unicode.Scalar) -> (Unicode.Scalar, IdentityRepair?) {
        guard scalar.value >= 0x80 else { return (scalar, nil) }
        let ascii: UInt32?
        switch scalar.value {
        case 0xFF01...0xFF5E:
            return (Unicode.Scalar(UInt8(scalar.value - 0xFEE0)), .fullWidth)
        case 0x24B6...0x24CF: ascii = scalar.value - 0x24B6 + 0x41
        case 0x24D0...0x24E9: ascii = scalar.value - 0x24D0 + 0x61
        case 0x2460...0x2468: ascii = scalar.value - 0x2460 + 0x31
        case 0x24EA: ascii = 0x30
        case 0x1D7CE...0x1D7FF: ascii = (scalar.value - 0x1D7CE) % 10 + 0x30
        // The only two radicals that look like a province: copied from PDF files, they stand where the character
        // should.
        case 0x2F62: return ("甘", .compatibilityForm)
        case 0x2FCA: return ("黑", .compatibilityForm)
        default: ascii = nil
        }
        guard let ascii else { return (scalar, nil) }
        return (Unicode.Scalar(UInt8(truncatingIfNeeded: ascii)), .compatibilityForm)
    }
}
