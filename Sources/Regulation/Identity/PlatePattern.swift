/// One form of plate number, position by position (GA 36-2018).
///
/// Notation: `p` a province, `l` a letter, `s` a letter or digit, `d` a digit, `n` a new-energy letter; anything else
/// stands for itself.
struct PlatePattern {
    let form: PlateForm
    let count: Int
    /// What may stand at each position, one lane each; `nothing` behind the last.
    private var kinds = SIMD16<UInt32>(repeating: PlateCharacterKind.nothing.rawValue)

    private init(_ form: PlateForm, _ notation: String) {
        self.form = form
        let scalars = Array(notation.unicodeScalars)
        count = min(scalars.count, PlateCharacters.most)
        for position in 0..<count { kinds[position] = Self.kind(scalars[position]).rawValue }
    }

    func matches(_ characters: PlateCharacters) -> Bool {
        // All positions at once: a lane without a common bit is a character that may not stand there.
        (kinds & characters.kinds).min() != 0
    }

    /// By number of characters; among equals the commonest stands first.
    static let byLength: [[PlatePattern]] = {
        let all = fixed + markedTemporary
        return (0...PlateCharacters.most).map { count in all.filter { $0.count == count } }
    }()

    private static let fixed: [PlatePattern] = [
        PlatePattern(.ordinary, "plsssss"),
        PlatePattern(.newEnergySmall, "plnsdddd"),
        PlatePattern(.newEnergyLarge, "pldddddn"),
        PlatePattern(.trailer, "plssss挂"),
        PlatePattern(.coach, "plssss学"),
        PlatePattern(.police, "plssss警"),
        PlatePattern(.testVehicle, "plssss试"),
        PlatePattern(.embassy, "dddddd使"),
        PlatePattern(.embassy, "使dddddd"),
        PlatePattern(.consulate, "pddddd领"),
        PlatePattern(.consulate, "pldddd领"),
        PlatePattern(.hongKongMacao, "粤Zssss港"),
        PlatePattern(.hongKongMacao, "粤Zssss澳"),
        PlatePattern(.emergencyRescue, "pXssss应急"),
        PlatePattern(.emergencyRescue, "pSssss应急"),
        PlatePattern(.armedPolice, "WJpdddds"),
        PlatePattern(.armedPolice, "WJdddds"),
        PlatePattern(.military, "llddddd"),
        PlatePattern(.tractor, "pddsssss"),
    ]

    /// 临 before, or 临, 超, 试 behind; without a mark a number is held for temporary only when its category says so.
    private static let markedTemporary: [PlatePattern] = ["临", ""].flatMap { before in
        ["", "临", "超", "试"].flatMap { behind in
            before.isEmpty && behind.isEmpty ? [] : temporary(before: before, behind: behind)
        }
    }
    private static let unmarkedTemporary = temporary(before: "", behind: "")

    private static func temporary(before: String, behind: String) -> [PlatePattern] {
        ["ssss", "sssss", "ssssss"].map { PlatePattern(.temporary, "\(before)pl\($0)\(behind)") }
    }

    static func matchesUnmarkedTemporary(_ characters: PlateCharacters) -> Bool {
        unmarkedTemporary.contains { $0.matches(characters) }
    }

    private static func kind(_ scalar: Unicode.Scalar) -> PlateCharacterKind {
        switch scalar {
        case "p": .province
        case "l": .letter
        case "s": .serial
        case "d": .digit
        case "n": .energyLetter
        default: .literal(scalar)
        }
    }
}
