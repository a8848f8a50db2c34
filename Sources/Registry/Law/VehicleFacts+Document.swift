import Regulation

extension VehicleFacts {
    init(_ reader: inout FactReader) {
        self.init(
            vehicleClass: reader.word("class", VehicleClass.self), use: reader.word("use", VehicleUse.self),
            ratedPassengers: reader.whole("ratedPassengers"), ratedLoadKg: reader.whole("ratedLoadKg"),
            quasiTractionMassKg: reader.whole("quasiTractionMassKg"), curbMassKg: reader.whole("curbMassKg"),
            displacementML: reader.whole("displacementML"), power: reader.power("powerKW"),
            specialClass: reader.whole("specialClass"), hasSidecar: reader.flag("sidecar") ?? false,
            motorcycleKind: reader.word("motorcycleKind", MotorcycleKind.self),
            tractorKind: reader.word("tractorKind", TractorKind.self),
            isPoliceOrPrisonVan: reader.flag("policeOrPrisonVan") ?? false,
            isMilitary: reader.flag("military") ?? false, energy: reader.word("energy", Energy.self))
    }
}
