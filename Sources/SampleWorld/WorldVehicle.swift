package import Registry

/// A vehicle of the sample world as somebody would ask about it.
package struct WorldVehicle: Sendable {
    package let index: Int
    /// The plate at as-of; `nil` for a vehicle that has none yet.
    package let plate: String?
    /// Code of the plate's category: `02`.
    package let category: String?
    /// `nil` for old tractors and the like.
    package let vin: String?
    package let engineNumber: String
    /// Of its last policy or application; `nil` when nothing was reported about it.
    package let policyNumber: String?
    /// The insurer of that policy.
    package let insurer: InsurerCode?
    /// `nil` for the many that live an ordinary life.
    package let story: Story?

    /// The last six characters of the VIN, the proof that goes with the plate.
    package var vinSuffix: String? { vin.map { String($0.suffix(6)) } }

    init(_ index: Int, in setting: WorldSetting) {
        let vehicle = SampleVehicle(index, in: setting)
        let details = VehicleDetails(vehicle, in: setting)
        var course = LifeCourse(setting)
        course.tell(vehicle)
        let bearing = course.bearing(at: setting.midnight)
        var text = ByteText()
        vehicle.write(plate: bearing, in: setting, into: &text)
        self.index = index
        plate = text.count == 0 ? nil : text.string
        category = text.count == 0 ? nil : vehicle.category(bearing)
        vin = details.vin.isEmpty ? nil : String(decoding: details.vin, as: UTF8.self)
        engineNumber = String(decoding: details.engineNumber, as: UTF8.self)
        story = vehicle.storyNumber.map(Story.init(number:))
        text.clear()
        if let contract = course.life.contracts.last {
            contract.write(numberOf: vehicle, in: setting, into: &text)
        }
        policyNumber = text.count == 0 ? nil : text.string
        insurer = course.life.contracts.last.flatMap { InsurerCode(SampleInsurer.all[$0.insurer].code) }
    }
}
