/// How a serial number becomes the text of a plate. Within one cell, different numbers give different plates.
enum PlateSerial {
    /// Letters of plates: never I, never O (GA 36-2018).
    static let letters = Array("ABCDEFGHJKLMNPQRSTUVWXYZ".utf8)
    static let characters = Array("ABCDEFGHJKLMNPQRSTUVWXYZ0123456789".utf8)

    /// How many plates one office can give of this kind.
    static func space(_ kind: PlateKind) -> Int {
        switch kind {
        case .smallCar, .large, .motorcycle, .lightMotorcycle, .lowSpeed, .foreign: 7_060_000
        case .smallElectric, .smallHybrid: 5 * 34 * 10_000
        case .largeElectric: 5 * 100_000
        case .tractor: 15 * 100_000
        case .embassy: 300_000
        case .consulate: 100_000
        case .hongKong, .macao: 34 * 34 * 34 * 34
        default: 106_000
        }
    }

    static func write(_ serial: Int, of cell: PlateCell, into text: inout ByteText) {
        let province = Province.all[cell.province]
        switch cell.kind {
        case .embassy:
            text.add(number: 100_000 + serial, digits: 6)
            text.add("使")
            return
        case .consulate:
            text.add(province.character)
            text.add(number: serial, digits: 5)
            text.add("领")
            return
        case .tractor:
            text.add(province.character)
            text.add(number: 1 + serial / 100_000, digits: 2)
            text.add(number: serial % 100_000, digits: 5)
            return
        default: break
        }
        text.add(province.character)
        text.add(byte: cell.office)
        switch cell.kind {
        case .smallElectric: writeSmallNewEnergy(serial, letters: "DABCE", into: &text)
        case .smallHybrid: writeSmallNewEnergy(serial, letters: "FGHJK", into: &text)
        case .largeElectric:
            text.add(number: serial % 100_000, digits: 5)
            text.add(byte: pick("DABCE", serial / 100_000))
        case .hongKong, .macao: writeFour(serial, into: &text)
        case .smallCar, .large, .motorcycle, .lightMotorcycle, .lowSpeed, .foreign: writeFive(serial, into: &text)
        default: writeFourWithDigits(serial, into: &text)
        }
        text.add(mark(cell.kind))
    }

    private static func mark(_ kind: PlateKind) -> String {
        switch kind {
        case .training, .trainingMotorcycle: "学"
        case .police, .policeMotorcycle: "警"
        case .temporary: "临"
        case .test: "试"
        case .rescue: "应急"
        case .hongKong: "港"
        case .macao: "澳"
        default: ""
        }
    }

    private static func pick(_ letters: StaticString, _ position: Int) -> UInt8 {
        position < letters.utf8CodeUnitCount ? letters.utf8Start[position] : UInt8(ascii: "D")
    }

    /// Small new-energy plates: a letter for the drive, a character, four digits; D and F were given out first.
    private static func writeSmallNewEnergy(_ serial: Int, letters: StaticString, into text: inout ByteText) {
        text.add(byte: pick(letters, serial / 340_000))
        text.add(byte: characters[serial / 10_000 % 34])
        text.add(number: serial % 10_000, digits: 4)
    }

    private static func writeFour(_ serial: Int, into text: inout ByteText) {
        var rest = serial
        for _ in 0..<4 {
            text.add(byte: characters[rest % 34])
            rest /= 34
        }
    }

    /// Five characters: all digits, or one letter anywhere, or two letters anywhere (GA 36-2018).
    private static func writeFive(_ serial: Int, into text: inout ByteText) {
        if serial < 100_000 { return text.add(number: serial, digits: 5) }
        if serial < 1_300_000 {
            let rest = serial - 100_000
            return write(
                digits: rest % 10_000, count: 5, letters: (rest / 240_000, -1), codes: rest / 10_000 % 24, into: &text)
        }
        let rest = serial - 1_300_000
        let codes = rest % 576_000
        write(
            digits: codes % 1000, count: 5, letters: pairs[rest / 576_000 % 10], codes: codes / 1000, into: &text)
    }

    private static func writeFourWithDigits(_ serial: Int, into text: inout ByteText) {
        if serial < 10_000 { return text.add(number: serial, digits: 4) }
        let rest = serial - 10_000
        write(digits: rest % 1000, count: 4, letters: (rest / 24_000, -1), codes: rest / 1000 % 24, into: &text)
    }

    private static let pairs = [
        (0, 1), (0, 2), (0, 3), (0, 4), (1, 2), (1, 3), (1, 4), (2, 3), (2, 4), (3, 4),
    ]

    /// Digits with letters at the given places, −1 for none; `codes` holds the letters, 24 to a place.
    private static func write(
        digits: Int, count: Int, letters: (Int, Int), codes: Int, into text: inout ByteText
    ) {
        var divisor = 1
        for _ in 1..<(letters.1 < 0 ? count - 1 : count - 2) { divisor *= 10 }
        for position in 0..<count {
            if position == letters.0 {
                text.add(byte: Self.letters[codes % 24])
            } else if position == letters.1 {
                text.add(byte: Self.letters[codes / 24 % 24])
            } else {
                text.add(byte: 0x30 + UInt8(truncatingIfNeeded: digits / divisor % 10))
                divisor = max(1, divisor / 10)
            }
        }
    }
}
