import Regulation
import Testing

/// Every plate of the samples.
struct PlateSampleTests {
    struct Sample: CustomTestStringConvertible {
        let text: String
        let form: PlateForm

        var testDescription: String { "\(text) \(form)" }
    }

    private static let table = IdentifierSamples.table.plate
    private static let forms: [String: PlateForm] = [
        "ordinary": .ordinary, "nev_small": .newEnergySmall, "nev_large": .newEnergyLarge, "trailer": .trailer,
        "coach": .coach, "police": .police, "test_vehicle": .testVehicle, "embassy": .embassy,
        "consulate": .consulate, "hk_macao": .hongKongMacao, "emergency_rescue": .emergencyRescue,
        "armed_police": .armedPolice, "military": .military, "tractor": .tractor, "temporary": .temporary,
    ]
    static let valid: [Sample] = table.valid.sorted { $0.key < $1.key }.flatMap { key, texts in
        forms[key].map { form in texts.map { Sample(text: $0, form: form) } } ?? []
    }
    /// Forbidden as stored, mended without loss when read.
    private static let mended: [String: (text: String, repair: IdentityRepair)] = [
        "京·A12345": ("京A12345", .separatorRemoved), "京A-12345": ("京A12345", .separatorRemoved),
        "京A 12345": ("京A12345", .spaceRemoved), "京a12345": ("京A12345", .lowerCase),
    ]
    static let invalid = table.invalid.filter { mended[$0.value] == nil }

    @Test func `no sample is left out`() {
        #expect(Self.table.valid.keys.allSatisfy { Self.forms[$0] != nil })
        #expect(Self.valid.count == 32)
        #expect(Self.invalid.count == 12)
        #expect(Self.table.invalid.count == 16)
    }

    @Test(arguments: valid) func `a valid plate is read as it is and its form known`(sample: Sample) {
        let reading = PlateNumber.read(sample.text)
        #expect(reading.value?.text == sample.text)
        #expect(reading.value?.form == sample.form)
        #expect(reading.repairs.isEmpty)
        #expect(reading.faults.isEmpty)
        let expected = sample.text == "鲁DABCD0" ? ["plateSerialLetters"] : []
        #expect(reading.warnings.map(\.code) == expected)
    }

    @Test(arguments: invalid) func `an invalid plate has no value and says why`(sample: IdentifierSamples.Refused) {
        let reading = PlateNumber.read(sample.value)
        #expect(reading.value == nil)
        #expect(!reading.faults.isEmpty)
        #expect(reading.faults.allSatisfy { !$0.message.contains(sample.value) && $0.path == "plate" })
    }

    @Test func `dots, hyphens, spaces and small letters are mended and noted`() {
        for (written, expected) in Self.mended {
            let reading = PlateNumber.read(written)
            #expect(reading.value?.text == expected.text)
            #expect(reading.repairs == [expected.repair])
        }
    }

    @Test(arguments: table.kindVsPattern.keys.sorted())
    func `each category takes the forms the table gives it, and warns at others`(code: String) throws {
        let category = try #require(PlateCategory(code: code))
        let names = try #require(Self.table.kindVsPattern[code])
        let permitted = names == ["any"] ? PlateForm.allCases : names.compactMap { Self.forms[$0] }
        for sample in Self.valid {
            let reading = PlateNumber.read(sample.text, category: category)
            let codes = reading.warnings.map(\.code)
            if permitted.contains(sample.form) {
                #expect(!codes.contains("plateCategoryMismatch"), "\(sample.text)")
                #expect(reading.value?.permittedCategories.contains(category) == true, "\(sample.text)")
            }
            // Emergency rescue has no number of its own, with 22 many a number may be temporary, and WJ12345 is written
            // like a military number too.
            let isOpen = sample.form == .emergencyRescue || code == "22" || (sample.text == "WJ12345" && code == "32")
            if !permitted.contains(sample.form), !isOpen {
                #expect(codes.contains("plateCategoryMismatch"), "\(sample.text)")
                #expect(reading.value?.permittedCategories.contains(category) == false, "\(sample.text)")
            }
        }
    }

    @Test func `the codes and names of categories are the table's`() {
        #expect(PlateCategory.all.map(\.code) == Self.table.kindCodes.keys.sorted())
        for (code, name) in Self.table.kindCodes {
            #expect(PlateCategory(code: code)?.name == name)
            #expect(PlateCategory.read(name).value?.code == code)
        }
    }

    @Test func `every office the table lists issues plates without a warning`() {
        for (province, offices) in Self.table.issuerLetters {
            for letter in Self.letters(of: offices) {
                #expect(PlateNumber.read("\(province)\(letter)12345").warnings.isEmpty, "\(province)\(letter)")
            }
        }
    }

    /// `A-H,J-N,P,Q 北京` and `A石家庄 B唐山` alike; what stands in parentheses is a remark.
    private static func letters(of offices: String) -> [Character] {
        var letters: [Character] = []
        var isRange = false
        var inRemark = false
        for character in offices {
            switch character {
            case "(", "（": inRemark = true
            case ")", "）": inRemark = false
            case "-": isRange = true
            case "A"..."Z" where !inRemark:
                if isRange, let first = letters.last?.asciiValue, let last = character.asciiValue {
                    letters += (first + 1..<last).map { Character(Unicode.Scalar($0)) }
                }
                letters.append(character)
                isRange = false
            default: break
            }
        }
        return letters.filter { $0 != "I" && $0 != "O" }
    }
}
