extension PremiumRates {
    /// The base premium, read from the row the vehicle falls in.
    func baseFigure(
        _ facts: PremiumFacts, of request: borrowing PremiumRequest, by tables: borrowing LawTables
    ) -> Figure {
        let vehicles = specialClass.flatMap { tables.specialVehicleClasses.vehicles(at: $0) }
        let row = facts.decision.figure(of: request.vehicle, vehicles: vehicles)
        let start = [request.startFact].compactMap { $0 }
        if isTractorRate {
            let inputs = [row] + [request.regionFact].compactMap { $0 } + start
            return tables.tractorPremiums.figure(base, inputs: inputs)
        }
        return tables.basePremiums.figure(base, inputs: [row] + start)
    }

    /// The ratio of the factor in the region's scheme; nought without a row where nothing floats.
    func floatingFigure(
        _ facts: PremiumFacts, of request: borrowing PremiumRequest, by tables: borrowing LawTables
    ) -> Figure {
        let factor = facts.standing.figure(of: request, appliedAt: facts.appliedAt)
        guard let ratio = float.ratio, let scheme = float.scheme else {
            return Figure(
                .floatingPercent, .percent(0), .choose, citation: facts.standing.ground.citation, inputs: [factor])
        }
        let facts = [request.regionFact, request.appliedAtFact].compactMap { $0 }
        return tables.floatingRatios.figure(
            at: ratio, inputs: [factor, tables.floatingSchemes.figure(at: scheme, inputs: facts)])
    }

    /// What a region links to the premium beside accidents; mostly nothing.
    func linkFigures(of request: borrowing PremiumRequest, by tables: borrowing LawTables) -> [Figure] {
        var figures: [Figure] = []
        let region = [request.regionFact].compactMap { $0 }
        if let drinkDriving = float.drinkDriving {
            let counts = [
                Figure.fact(.drinkingCount, .count(drinkDriving.events, .accidents), at: "history.drinkDriving"),
                .fact(.intoxicatedCount, .count(drinkDriving.intoxicated, .accidents), at: "history.drinkDriving"),
            ]
            figures.append(
                tables.drinkDrivingRatios.figure(
                    drinkDriving.percent, at: drinkDriving.position, inputs: region + counts))
        }
        if let violations = float.violations {
            let count =
                violations.events > 0
                ? Figure.fact(.violationCount, .count(violations.events, .accidents), at: "history.violations")
                : Figure(.violationFreeYears, .count(violations.cleanYears, .years), .count)
            figures.append(
                tables.violationRatios.figure(violations.percent, at: violations.position, inputs: region + [count]))
        }
        return figures
    }
}
