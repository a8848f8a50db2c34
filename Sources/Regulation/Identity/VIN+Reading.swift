extension VIN {
    /// What the ninth of 17 characters must be, in ASCII (`0`–`9` or `X`); what stands there counts for nothing.
    /// `nil` unless there are 17 characters of the standard.
    public static func checkDigit(of bytes: some Sequence<UInt8>) -> UInt8? {
        VINCharacters(bytes).expectedCheckDigit
    }

    /// Reads a VIN as somebody asks with it: 17 characters; I, O and Q are faults with a proposal, a check digit that
    /// does not fit is a warning.
    public static func read(_ text: String) -> Reading<VIN> {
        guard text.utf8.count <= IdentityText.longestUTF8 else { return Reading(fault: VINFinding.tooLong) }
        let characters = VINCharacters(text.utf8)
        if characters.isRegular { return Reading(VIN(read: text), warnings: oddities(characters)) }
        let folded = IdentityText(text)
        return readStrictly(folded.text, repairs: folded.repairs)
    }

    /// Reads a VIN as an upload holds it: 4 to 25 letters and digits are kept, whatever is odd is a warning.
    public static func readLenient(_ text: String) -> Reading<VIN> {
        guard text.utf8.count <= IdentityText.longestUTF8 else { return Reading(fault: VINFinding.tooLong) }
        var kept = text
        var repairs: [IdentityRepair] = []
        var characters = VINCharacters(text.utf8)
        if characters.hasOther {
            let folded = IdentityText(text)
            kept = folded.text
            repairs = folded.repairs
            characters = VINCharacters(kept.utf8)
        }
        if characters.count == 0 { return Reading(fault: VINFinding.empty, repairs: repairs) }
        if characters.hasOther { return Reading(fault: VINFinding.character, repairs: repairs) }
        guard 4...25 ~= characters.count else { return Reading(fault: VINFinding.lenientLength, repairs: repairs) }
        return Reading(VIN(read: kept), repairs: repairs, warnings: oddities(characters))
    }

    private static func readStrictly(_ text: String, repairs: [IdentityRepair]) -> Reading<VIN> {
        let characters = VINCharacters(text.utf8)
        if characters.isRegular {
            return Reading(VIN(read: text), repairs: repairs, warnings: oddities(characters))
        }
        if characters.count == 0 { return Reading(fault: VINFinding.empty, repairs: repairs) }
        var faults: [Finding] = []
        if characters.hasOther { faults.append(VINFinding.character) }
        if characters.hasConfusable { faults.append(VINFinding.letter) }
        if text.unicodeScalars.count != VINCharacters.regularCount { faults.append(VINFinding.length) }
        return Reading(
            fault: faults.first ?? VINFinding.length, others: Array(faults.dropFirst()), repairs: repairs,
            proposal: characters.hasConfusable ? proposal(for: text) : nil)
    }

    /// The number with 1 for I and 0 for O and Q, if that has the form of the standard.
    private static func proposal(for text: String) -> String? {
        let bytes = text.utf8.map { byte -> UInt8 in
            switch byte {
            case UInt8(ascii: "I"): UInt8(ascii: "1")
            case UInt8(ascii: "O"), UInt8(ascii: "Q"): UInt8(ascii: "0")
            default: byte
            }
        }
        return VINCharacters(bytes).isRegular ? String(decoding: bytes, as: UTF8.self) : nil
    }

    private static func oddities(_ characters: VINCharacters) -> [Finding] {
        guard characters.isRegular else { return [VINFinding.irregular] }
        var findings: [Finding] = []
        if !characters.checkDigitHolds { findings.append(VINFinding.checkDigit) }
        if !characters.namesModelYear { findings.append(VINFinding.modelYear) }
        if characters.hasLetterAtEnd { findings.append(VINFinding.serial) }
        return findings
    }
}
