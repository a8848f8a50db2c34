/// A plate number character by character, ready to be held against patterns; no memory of its own.
struct PlateCharacters {
    /// 临, province, letter, six of the serial, 超: nothing is longer.
    static let most = 10

    /// What each character may be (`PlateCharacterKind`), one lane each; `nothing` behind the last.
    private(set) var kinds = SIMD16<UInt32>(repeating: PlateCharacterKind.nothing.rawValue)
    private(set) var count = 0
    /// Letters behind the first two characters.
    private(set) var serialLetterCount = 0
    /// Position in `Region.all` of the first province named, or -1.
    private(set) var provincePosition = -1
    /// The character behind the province, when it is ASCII; else 0.
    private(set) var issuerLetter: UInt8 = 0

    /// `nil` when a character stands in no plate, or there are more than ten.
    init?(_ scalars: some Sequence<Unicode.Scalar>) {
        var followsProvince = false
        for scalar in scalars {
            guard count < Self.most, let entry = PlateAlphabet.entry(of: scalar) else { return nil }
            kinds[count] = entry.kind.rawValue
            if count > 1, entry.kind.contains(.letter) { serialLetterCount += 1 }
            count += 1
            if followsProvince, scalar.isASCII { issuerLetter = UInt8(truncatingIfNeeded: scalar.value) }
            followsProvince = entry.provincePosition >= 0 && provincePosition < 0
            if followsProvince { provincePosition = Int(entry.provincePosition) }
        }
    }

    var province: Region? { provincePosition >= 0 ? Region(position: provincePosition) : nil }

    /// The first form whose pattern the characters have.
    ///
    /// - Parameter asTemporary: try the temporary form without its mark as well, last.
    func form(asTemporary: Bool) -> PlateForm? {
        for pattern in PlatePattern.byLength[count] where pattern.matches(self) { return pattern.form }
        return asTemporary && PlatePattern.matchesUnmarkedTemporary(self) ? .temporary : nil
    }

    /// Every form whose pattern the characters have: 京A1234试 is a test plate and a temporary one.
    ///
    /// An unmarked temporary number counts only when it is nothing else.
    var forms: [PlateForm] {
        let forms = PlatePattern.byLength[count].filter { $0.matches(self) }.map(\.form)
        return forms.isEmpty && PlatePattern.matchesUnmarkedTemporary(self) ? [.temporary] : forms
    }
}
