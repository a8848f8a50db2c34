import Regulation

/// All rows of a world by vehicle, however the row names it.
struct PlainRegister {
    private(set) var rowsOf: [String: [SampleFiles.Row]] = [:]
    private(set) var vehicles: [String: PlainVehicle] = [:]

    init(_ rows: [SampleFiles.Row]) {
        for row in rows {
            let key = Self.key(row)
            rowsOf[key, default: []].append(row)
            vehicles[key, default: PlainVehicle()].apply(row)
        }
    }

    /// By VIN with the known slips undone, else by engine number, else by plate.
    static func key(_ row: SampleFiles.Row) -> String {
        let vin = row["vin"].uppercased().replacing("O", with: "0")
        if vin.utf8.count == 17 {
            var bytes = Array(vin.utf8)
            bytes[8] = VIN.checkDigit(of: bytes) ?? bytes[8]
            return String(decoding: bytes, as: UTF8.self)
        }
        return row["engineNumber"].isEmpty ? plate(row["plate"]) : row["engineNumber"]
    }

    static func key(_ vehicle: (vin: String?, engineNumber: String)) -> String { vehicle.vin ?? vehicle.engineNumber }

    /// The plate with the known slips undone.
    static func plate(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where scalar != "·" && scalar != " " {
            let isWide = (0xFF01...0xFF5E).contains(scalar.value)
            scalars.append(isWide ? Unicode.Scalar(UInt8(scalar.value - 0xFEE0)) : scalar)
        }
        return String(scalars).uppercased()
    }
}
