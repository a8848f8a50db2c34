package import Registry
package import Regulation

/// One upload file of one insurer.
package struct WorldFile: Sendable {
    package enum Encoding: String, Sendable {
        case utf8, utf8WithBOM, gb18030
    }

    /// `PICC-2026.csv`.
    package let name: String
    package let insurer: InsurerCode
    package let insurerName: String
    package let encoding: Encoding
    /// Up to when the insurer says it has reported everything; `nil` when it does not say.
    package let reportedThrough: Instant?

    let setting: WorldSetting
    /// Position in `SampleInsurer.all`.
    let position: Int
    /// The times of report this file holds, in local seconds.
    let window: Range<Int>

    init?(_ setting: WorldSetting, insurer position: Int, window: Range<Int>, name: String) {
        let insurer = SampleInsurer.all[position]
        guard let code = InsurerCode(insurer.code) else { return nil }
        self.name = "\(insurer.code)-\(name).csv"
        self.insurer = code
        insurerName = insurer.name
        encoding = insurer.habits.encoding
        reportedThrough = insurer.habits.statesWatermark ? LocalTime.instant(window.upperBound) : nil
        self.setting = setting
        self.position = position
        self.window = window
    }

    /// Writes the file piece by piece, some 64 KiB each; room and time for a piece do not depend on the world's size.
    package func write(to sink: ([UInt8]) throws -> Void) rethrows {
        var writer = FileWriter(self)
        writer.begin()
        for index in 0..<setting.vehicles {
            writer.add(vehicle: index)
            if writer.isFull { try sink(writer.take()) }
        }
        let rest = writer.take()
        if !rest.isEmpty { try sink(rest) }
    }
}
