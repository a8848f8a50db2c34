extension PlateNumber {
    /// Reads a plate number as written: spaces and separators are left out, full-width and small letters made plain.
    ///
    /// I and O in the serial are faults with a proposal, never changed in silence. The temporary form without a mark is
    /// tried only with category 22.
    public static func read(_ text: String, category: PlateCategory? = nil) -> Reading<PlateNumber> {
        guard text.utf8.count <= IdentityText.longestUTF8 else {
            return Reading(fault: IdentityFault.tooLong("号牌号码", code: "plateTooLong", path: "plate"))
        }
        let asTemporary = category == .temporary
        if let characters = PlateCharacters(text.unicodeScalars),
            let form = characters.form(asTemporary: asTemporary)
        {
            let warnings = oddities(characters, form: form, category: category)
            return Reading(PlateNumber(read: text), warnings: warnings)
        }
        return readRepairing(text, category: category, asTemporary: asTemporary)
    }

    private static func readRepairing(
        _ written: String, category: PlateCategory?, asTemporary: Bool
    ) -> Reading<PlateNumber> {
        let folded = IdentityText(written)
        if let characters = PlateCharacters(folded.scalars), let form = characters.form(asTemporary: asTemporary) {
            return Reading(
                PlateNumber(read: folded.text), repairs: folded.repairs,
                warnings: oddities(characters, form: form, category: category))
        }
        let faults = PlateFault.all(in: folded.scalars)
        return Reading(
            fault: faults.first, others: Array(faults.rest), repairs: folded.repairs,
            proposal: proposal(for: folded.scalars, asTemporary: asTemporary))
    }

    /// What is odd about a number that has a form.
    private static func oddities(
        _ characters: PlateCharacters, form: PlateForm, category: PlateCategory?
    ) -> [Finding] {
        var findings: [Finding] = []
        if form.namesIssuer,
            !RegionTable.issues(provincePosition: characters.provincePosition, letter: characters.issuerLetter)
        {
            findings.append(PlateOddity.issuer)
        }
        if form == .ordinary, characters.serialLetterCount > 2 { findings.append(PlateOddity.serialLetters) }
        if let category, !permits(category, characters, form: form) { findings.append(PlateOddity.category) }
        return findings
    }

    private static func permits(_ category: PlateCategory, _ characters: PlateCharacters, form: PlateForm) -> Bool {
        // With category 22 a number may be temporary whatever else it looks like.
        form.categoryNumbers.contains(category.number)
            || characters.forms.contains { $0.categoryNumbers.contains(category.number) }
            || (category == .temporary && PlatePattern.matchesUnmarkedTemporary(characters))
    }

    /// The number with 1 for I, 0 for O and simplified characters, if that is a plate number and a different one.
    private static func proposal(for scalars: [Unicode.Scalar], asTemporary: Bool) -> String? {
        var changed = scalars
        for position in changed.indices {
            switch changed[position] {
            case "I" where position > 1: changed[position] = "1"
            case "O" where position > 1: changed[position] = "0"
            default: changed[position] = TraditionalCharacter.simplified(changed[position])
            }
        }
        guard changed != scalars, PlateCharacters(changed)?.form(asTemporary: asTemporary) != nil else { return nil }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: changed)
        return String(view)
    }
}
