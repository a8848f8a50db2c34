extension VehicleFacts {
    var classFact: Figure? {
        vehicleClass.map { .fact(.vehicleClass, .word(code: $0.rawValue, title: $0.title), at: "vehicle.class") }
    }

    var useFact: Figure? {
        use.map { .fact(.vehicleUse, .word(code: $0.rawValue, title: $0.title), at: "vehicle.use") }
    }

    var seatsFact: Figure? {
        ratedPassengers.map { .fact(.ratedPassengers, .count($0, .seats), at: "vehicle.ratedPassengers") }
    }

    var loadFact: Figure? {
        ratedLoadKg.map { .fact(.ratedLoad, .count($0, .kilograms), at: "vehicle.ratedLoadKg") }
    }

    var quasiTractionFact: Figure? {
        quasiTractionMassKg.map {
            .fact(.quasiTractionMass, .count($0, .kilograms), at: "vehicle.quasiTractionMassKg")
        }
    }

    var specialClassFact: Figure? {
        specialClass.flatMap { number in
            guard (1...4).contains(number) else { return nil }
            let title = TariffRow(31 + number).title
            return .fact(.specialClass, .word(code: "\(number)", title: title), at: "vehicle.specialClass")
        }
    }

    var displacementFact: Figure? {
        displacementML.map { .fact(.displacement, .count($0, .millilitres), at: "vehicle.displacementML") }
    }

    var energyFact: Figure? {
        energy.map { .fact(.vehicleEnergy, .word(code: $0.rawValue, title: $0.title), at: "vehicle.energy") }
    }

    var motorcycleKindFact: Figure? {
        motorcycleKind.map {
            .fact(.motorcycleKind, .word(code: $0.rawValue, title: $0.title), at: "vehicle.motorcycleKind")
        }
    }

    var tractorKindFact: Figure? {
        tractorKind.map { .fact(.tractorKind, .word(code: $0.rawValue, title: $0.title), at: "vehicle.tractorKind") }
    }

    var powerFact: Figure? { power.map { .fact(.enginePower, .power($0), at: "vehicle.powerKW") } }
}
