import Regulation
import Testing

/// Arbitrary bytes at every reader: no trap, a value or faults and never both, and what was read is not in the
/// messages.
struct ReaderRobustnessTests {
    private static let pieces = Array("京粤港使警临挂應AIOQZ0189xａ１·- *\u{0}\u{301}\u{200B}é𝟗⽢+".unicodeScalars)

    private static func texts(seed: UInt64, count: Int) -> [String] {
        var state = seed
        func next() -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33)
        }
        return (0..<count).map { _ in
            var view = String.UnicodeScalarView()
            for _ in 0..<next() % 22 {
                let wild = next() % 16 == 0
                let scalar = wild ? Unicode.Scalar(UInt32(next() % 0x11_0000)) : pieces[next() % pieces.count]
                view.append(scalar ?? "?")
            }
            return String(view)
        }
    }

    /// An expectation costs more than the reading it is about; so only what fails is recorded.
    private static func hold(_ condition: Bool, _ text: String, _ line: SourceLocation = #_sourceLocation) {
        if !condition { Issue.record("\(Array(text.unicodeScalars))", sourceLocation: line) }
    }

    private static func hold<Value>(
        _ reading: Reading<Value>, _ text: String, _ line: SourceLocation = #_sourceLocation
    ) {
        hold((reading.value == nil) == !reading.faults.isEmpty, text, line)
        let messages = (reading.faults + reading.warnings).map(\.message)
        hold(text.utf8.count < 10 || messages.allSatisfy { !$0.contains(text) }, text, line)
    }

    private static func hold(plate text: String, _ category: PlateCategory?) {
        let plate = PlateNumber.read(text, category: category)
        hold(plate, text)
        if let value = plate.value {
            hold(PlateNumber.read(value.text, category: category).value == value, text)
            hold(!value.permittedCategories.isEmpty, text)
            hold(value.masked.count <= value.text.count + 1, text)
        }
        if let proposal = plate.proposal {
            hold(PlateNumber.read(proposal, category: category).value?.text == proposal, text)
        }
    }

    @Test func `no reader traps or contradicts itself on 20000 arbitrary texts`() {
        for text in Self.texts(seed: 20_261_120, count: 20_000) {
            for category in [nil, .temporary, PlateCategory(code: "02")] { Self.hold(plate: text, category) }
            Self.hold(PlateCategory.read(text), text)
            Self.hold(VIN.read(text), text)
            Self.hold(VIN.readLenient(text), text)
            Self.hold(EngineNumber.read(text), text)
            Self.hold(UnifiedSocialCreditCode.read(text), text)
            Self.hold(ResidentNumber.read(text), text)
            Self.hold(IdentityDocument.read(text), text)
            Self.hold(MobileNumber.read(text), text)
            Self.hold(Region.read(text), text)
            Self.hold(VehicleUse.read(text), text)
        }
    }

    @Test func `what a reader has made it reads again unchanged`() {
        for text in Self.texts(seed: 7, count: 20_000) {
            if let vin = VIN.readLenient(text).value { Self.hold(VIN.readLenient(vin.text).value == vin, text) }
            if let engine = EngineNumber.read(text).value {
                Self.hold(EngineNumber.read(engine.text).value == engine, text)
            }
            if let document = IdentityDocument.read(text).value {
                Self.hold(IdentityDocument.read(document.text).value == document, text)
            }
        }
    }
}
