import BigInt

/// Tells how a payment came about, from what the sharing wrote down. Nothing here decides an amount, and nothing here
/// runs unless somebody asked; amounts between the rounds are shown cut to the fen and carried on exactly.
struct CompensationFigures {
    let accident: Accident
    let limits: AccidentLimits

    func payment(_ line: ItemSettlement.Line, of settlement: ItemSettlement, amount: Amount) -> Figure {
        guard let pair = line.pair else { return substitution(line, of: settlement, amount: amount) }
        let claim = settlement.claims[line.claim]
        let heading = accident.vehicles[line.payer].heading
        let isAdvance = settlement.item == .rescueAdvance
        return Figure(
            .compensationPayment, .amount(amount), .add, citation: isAdvance ? .advance : .liability,
            inputs: ends(line, claim) + rounds(pair, line, settlement), rounding: .downToFen,
            reason: paymentReason(settlement.item, heading, line))
    }

    private func paymentReason(
        _ item: CompensationItem, _ heading: LiabilityHeading, _ line: ItemSettlement.Line
    ) -> Sentence {
        let recourse = item == .rescueAdvance ? Sentence("，可追偿", ", with recourse") : Sentence("", "")
        let raised = raised(line)
        return Sentence(
            "\(item.title.chinese)，\(heading.title.chinese)限额\(recourse.chinese)\(raised.chinese)。",
            "\(item.title.english), limits \(heading.title.english)\(recourse.english)\(raised.english).")
    }

    /// Damage to the vehicle, less what vehicles without fault gave.
    func damage(to position: Int, _ substitution: Substitution?) -> Figure {
        let fact = damage(to: position)
        guard let substitution, substitution.receivers.contains(position),
            let received = Amount(parts: substitution.received(by: position), scale: substitution.scale),
            let rest = Amount(
                parts: accident.vehicles[position].damage.parts(substitution.scale)
                    - substitution.received(by: position), scale: substitution.scale)
        else { return fact }
        let deducted = Figure(
            .substitutionReceived, .amount(received), .least, citation: .substitution,
            inputs: [fact] + substitutionTerms(substitution), rounding: .downToFen)
        return Figure(
            .lossAfterSubstitution, .amount(rest), .subtract, citation: .substitution, inputs: [fact, deducted],
            rounding: .downToFen,
            reason: Sentence(
                "无责代赔先从损失中扣除，再由有责车辆分摊。", "Substitution is deducted before vehicles at fault share the loss."))
    }

    private func substitution(
        _ line: ItemSettlement.Line, of settlement: ItemSettlement, amount: Amount
    ) -> Figure {
        let claim = settlement.claims[line.claim]
        let terms = settlement.substitution.map(substitutionTerms) ?? []
        let own = claim.vehicle.map { [damage(to: $0)] } ?? []
        return Figure(
            .substitutionPayment, .amount(amount), .least, citation: .substitution,
            inputs: ends(line, claim) + own + terms, rounding: .downToFen,
            reason: Sentence(
                "各无责车辆的限额之和平均分给各有责车辆，以其自身损失为限，由各无责车辆等额承担\(raised(line).chinese)。",
                "The limits of those without fault are divided equally among those at fault, each up to its damage, "
                    + "and borne in equal parts\(raised(line).english)."
            ))
    }

    private func substitutionTerms(_ substitution: Substitution) -> [Figure] {
        [
            limit(for: .property, .noFault),
            Figure(.vehiclesWithoutFault, .count(substitution.givers.count, .vehicles), .count),
            Figure(.vehiclesAtFault, .count(substitution.receivers.count, .vehicles), .count),
        ]
    }

    private func damage(to position: Int) -> Figure {
        let vehicle = accident.vehicles[position]
        return Figure(.vehicleDamage, .amount(vehicle.damage), .fact, path: "\(vehicle.path).damage")
    }

    private func ends(_ line: ItemSettlement.Line, _ claim: ItemClaim) -> [Figure] {
        let payer = accident.vehicles[line.payer]
        return [
            Figure(.paymentFrom, Self.word(payer.id), .fact, path: "\(payer.path).id"),
            Figure(.paymentTo, Self.word(claim.id), .fact, path: "\(claim.path).id"),
        ]
    }

    private static func word(_ id: String) -> FigureValue { .word(code: id, title: Sentence(id, id)) }

    private func raised(_ line: ItemSettlement.Line) -> Sentence {
        line.isRaised ? Sentence("；尾差余数较大，补一分", "; raised by a fen for its remainder") : Sentence("", "")
    }

    private func rounds(_ pair: Int, _ line: ItemSettlement.Line, _ settlement: ItemSettlement) -> [Figure] {
        settlement.sharing.rounds.indices.compactMap { number in
            let round = settlement.sharing.rounds[number]
            guard !round.assessed[pair].isZero else { return nil }
            let total = round.total[line.payer]
            let isOver = total > round.left[line.payer]
            return Figure(
                .roundPayment, Self.amount(round.paid[pair], round), isOver ? .share : .least,
                citation: isOver ? .severalVictims : .assessedAmounts,
                inputs: [
                    Figure(.sharingRound, .count(number + 1, .rounds), .count),
                    assessed(pair, line, number, settlement),
                    Figure(.assessedTotal, Self.amount(total, round), .add, rounding: .downToFen),
                    Figure(
                        .limitLeft, Self.amount(round.left[line.payer], round), .subtract,
                        inputs: [limit(for: settlement.item, accident.vehicles[line.payer].heading)],
                        rounding: .downToFen),
                ], rounding: .downToFen,
                reason: isOver
                    ? Sentence("合计超过剩余限额，按核定承担金额的比例赔付。", "Together more than the limit left: each gets the same part.")
                    : Sentence("未超过剩余限额，按核定承担金额赔付。", "Within the limit left: paid as assessed."))
        }
    }

    private func assessed(
        _ pair: Int, _ line: ItemSettlement.Line, _ number: Int, _ settlement: ItemSettlement
    ) -> Figure {
        let round = settlement.sharing.rounds[number]
        let claim = settlement.claims[line.claim]
        let open = claim.payers.filter { !round.left[$0].isZero }
        let uncovered = Figure(
            .uncoveredLoss, Self.amount(round.uncovered[line.claim], round), .subtract, inputs: [claim.figure()],
            rounding: .downToFen)
        return Figure(
            .assessedAmount, Self.amount(round.assessed[pair], round), .multiply,
            citation: number == 0 ? .assessedAmounts : .laterRounds,
            inputs: number == 0
                ? [claim.figure(), shareByLimit(line, settlement.item, open)] : [uncovered, equalShare(open)],
            rounding: .downToFen)
    }

    /// The first round: the own limit over the limits of all who answer for the loss.
    private func shareByLimit(_ line: ItemSettlement.Line, _ item: CompensationItem, _ open: [Int]) -> Figure {
        let own = limit(for: item, accident.vehicles[line.payer].heading)
        let all = open.reduce(Int64(0)) { $0 + limits.limit(for: item, accident.vehicles[$1].heading).amount.fen }
        var terms: [Figure] = []
        for heading in LiabilityHeading.allCases {
            let count = open.count { accident.vehicles[$0].heading == heading }
            guard count > 0 else { continue }
            let name = heading == .atFault ? FigureName.vehiclesAtFault : .vehiclesWithoutFault
            terms += [limit(for: item, heading), Figure(name, .count(count, .vehicles), .count)]
        }
        let sum = Figure(
            .limitsOfPayers, .amount(Amount(fen: all) ?? .zero), .add, citation: .severalVehicles, inputs: terms)
        let ownFen = limits.limit(for: item, accident.vehicles[line.payer].heading).amount.fen
        return Figure(
            .limitShare, .ratio(Ratio(ownFen, over: all) ?? .one), .divide, citation: .severalVehicles,
            inputs: [own, sum],
            reason: Sentence(
                "按各自限额占限额之和的比例分摊，与责任大小无关。", "By each limit's part of all limits, whatever the degree of fault."))
    }

    /// Later rounds: in equal parts.
    private func equalShare(_ open: [Int]) -> Figure {
        Figure(
            .limitShare, .ratio(Ratio(1, over: Int64(open.count)) ?? .one), .divide, citation: .laterRounds,
            inputs: [Figure(.payersWithLimitLeft, .count(open.count, .vehicles), .count)],
            reason: Sentence("尚未获赔的部分由仍有限额的车辆平均分摊。", "What is uncovered falls equally on vehicles with limit left."))
    }

    private func limit(for item: CompensationItem, _ heading: LiabilityHeading) -> Figure {
        let limit = limits.limit(for: item, heading)
        return Figure(
            .liabilityLimit, .amount(limit.amount), .lookUp, citation: limit.row.citation, status: limit.row.status,
            reason: Sentence(
                "\(item.limitedAs.title.chinese)，\(heading.title.chinese)，按事故发生日。",
                "\(item.limitedAs.title.english), \(heading.title.english), by the day of the accident."))
    }

    private static func amount(_ parts: BigUInt, _ round: LimitSharing.Round) -> FigureValue {
        .amount(Amount(parts: parts, scale: round.scale) ?? .zero)
    }
}
