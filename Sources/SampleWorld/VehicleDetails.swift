import Regulation

/// What a record says of the vehicle itself: its model and the numbers stamped into it.
struct VehicleDetails {
    let model: VehicleModel
    /// 17 characters; empty for old tractors and the like, which have none.
    let vin: [UInt8]
    let engineNumber: [UInt8]

    init(_ vehicle: SampleVehicle, in setting: WorldSetting) {
        var draws = setting.draws(.details, vehicle.index)
        let date = CivilDate(daysSince1970: vehicle.registeredDay)
        let year = date?.year ?? setting.year
        model = Self.model(of: vehicle.fleet, year: year, &draws)
        let isLastYears = (date?.month ?? 12) <= 3 && draws.chance(500)
        let offset = Int(setting.seed % 1_000_000)
        let hasNone = draws.chance(Self.shareWithoutVIN(vehicle.kind))
        vin = hasNone ? [] : Self.vin(model, year: isLastYears ? year - 1 : year, index: vehicle.index, offset: offset)
        engineNumber = Self.engineNumber(model, index: vehicle.index, offset: offset)
    }

    private static func model(of fleet: Fleet, year: Int, _ draws: inout Draws) -> VehicleModel {
        let first = draws.below(fleet.models.count)
        for step in fleet.models.indices {
            let model = fleet.models[(first + step) % fleet.models.count]
            if model.since <= year { return model }
        }
        return fleet.models[first]
    }

    private static func shareWithoutVIN(_ kind: PlateKind) -> Int {
        switch kind {
        case .tractor: 600
        case .lowSpeed: 200
        case .motorcycle, .lightMotorcycle: 15
        default: 0
        }
    }

    /// The serial counts through all vehicles, and the descriptor counts the millions, so that no VIN comes twice.
    private static func vin(_ model: VehicleModel, year: Int, index: Int, offset: Int) -> [UInt8] {
        var text = ByteText(capacity: 17)
        text.add(model.maker)
        text.add(model.descriptor)
        var bytes = text.bytes
        let pair = (place(of: bytes[6]) * 33 + place(of: bytes[7]) + index / 1_000_000) % 1089
        bytes[6] = characters[pair / 33]
        bytes[7] = characters[pair % 33]
        var rest = ByteText(capacity: 9)
        rest.add(ascii: "0")
        rest.add(byte: yearCode(year))
        rest.add(byte: model.plant)
        rest.add(number: (index % 1_000_000 * 618_033 + offset) % 1_000_000, digits: 6)
        bytes.append(contentsOf: rest.bytes)
        bytes[8] = VIN.checkDigit(of: bytes) ?? bytes[8]
        return bytes
    }

    private static func engineNumber(_ model: VehicleModel, index: Int, offset: Int) -> [UInt8] {
        var text = ByteText(capacity: 20)
        text.add(model.engine)
        let million = index / 1_000_000
        if million >= 24 { text.add(byte: PlateSerial.letters[million / 24 % 24]) }
        text.add(byte: PlateSerial.letters[million % 24])
        text.add(number: (index % 1_000_000 * 482_711 + offset) % 1_000_000, digits: 6)
        return text.bytes
    }

    /// The characters of VINs: no I, O, Q.
    private static let characters = Array("0123456789ABCDEFGHJKLMNPRSTUVWXYZ".utf8)
    /// Codes of model years from 2010 on, round after thirty (GB 16735).
    private static let years = Array("ABCDEFGHJKLMNPRSTVWXY123456789".utf8)

    private static func place(of character: UInt8) -> Int { characters.firstIndex(of: character) ?? 0 }

    private static func yearCode(_ year: Int) -> UInt8 { years[((year - 2010) % 30 + 30) % 30] }
}
