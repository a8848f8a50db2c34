/// What one character may be in a plate number; a character is often several things at once (`X` is a letter, stands in
/// serials and marks emergency rescue).
struct PlateCharacterKind: OptionSet {
    let rawValue: UInt32

    static let province = PlateCharacterKind(rawValue: 1 << 0)
    static let digit = PlateCharacterKind(rawValue: 1 << 1)
    /// A–Z without I and O, which nobody can tell from 1 and 0 on the road (GA 36-2018).
    static let letter = PlateCharacterKind(rawValue: 1 << 2)
    /// A–H, J, K: what a vehicle is driven by, on new-energy plates.
    static let energyLetter = PlateCharacterKind(rawValue: 1 << 3)
    /// I and O.
    static let confusable = PlateCharacterKind(rawValue: 1 << 4)

    /// No character: what stands behind the last one.
    static let nothing = PlateCharacterKind(rawValue: 1 << 31)

    /// A digit or a letter.
    static let serial: PlateCharacterKind = [.digit, .letter]

    /// Characters that mean themselves somewhere in a pattern; each has a bit of its own after the five classes.
    private static let literals = Array("粤WJXSZ挂学警试使领港澳应急临超".unicodeScalars)

    /// Of characters that mean themselves in a pattern; empty for others.
    static func literal(_ scalar: Unicode.Scalar) -> PlateCharacterKind {
        guard let position = literals.firstIndex(of: scalar) else { return [] }
        return PlateCharacterKind(rawValue: 1 << UInt32(position + 5))
    }
}
