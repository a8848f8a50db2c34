extension Contract {
    /// Writes the policy number: the insurer's prefix, the year, the region and ten digits that are never the same.
    func write(numberOf vehicle: SampleVehicle, in setting: WorldSetting, into text: inout ByteText) {
        text.add(SampleInsurer.all[insurer].numberPrefix)
        text.add(day: LocalTime.dayNumber(issuedAt), separator: nil)
        text.shorten(to: text.count - 4)
        let cell = vehicle.cell(bearing, in: setting)
        text.add(number: Province.all[cell.province].region(office: cell.office) / 100, digits: 4)
        text.add(number: (vehicle.index * 16 + ordinal) * 618_033_989 % 10_000_000_000, digits: 10)
    }
}
