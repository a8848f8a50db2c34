import Regulation
import Testing

/// Any facts whatever get an answer or findings, the same one whether its derivation is recorded or not.
struct ChangeTotalityTests {
    private static let moments: [Instant?] =
        [nil, .distantPast, .distantFuture, Instant(milliseconds: 0)]
        + [
            "2006-07-01", "2020-09-18", "2020-09-19", "2024-02-29", "2026-03-01", "2026-03-02", "2027-02-28",
            "2100-12-31",
        ]
        .map { CivilDate($0).flatMap { Instant(shanghai: $0) } }
    private static let dates: [CivilDate?] = moments.map { $0?.shanghaiDate }
    private static let amounts: [Amount?] =
        [nil, .zero] + [-1, 1, 66_501, 1_000_000_000_000, Amount.limit, -Amount.limit].map { Amount(fen: $0) }
    private static let counts: [Int?] = [nil, .min, -1, 0, 1, 2, 5, 9, 20, 1600, 2011, 2025, 2026, 2100, .max]

    private var dice = Dice(seed: 7)

    private mutating func pick<Value>(_ values: [Value]) -> Value { values[dice.below(values.count)] }

    /// What a rule says: its value, or the codes of its findings.
    private func outcome<Value>(_ ask: (inout Remarks) throws -> Value) -> (Value?, [String], Remarks) {
        var remarks = Remarks()
        do {
            return (try ask(&remarks), [], remarks)
        } catch {
            return (nil, (error as? Refusal)?.findings.map(\.code) ?? ["unknown"], remarks)
        }
    }

    private func compare<Value: Equatable>(
        _ bare: (inout Remarks) throws -> Value, _ full: (inout Remarks) throws -> Value
    ) -> Bool {
        let (value, codes, remarks) = outcome(bare)
        let (other, otherCodes, otherRemarks) = outcome(full)
        #expect(value == other)
        #expect(codes == otherCodes && !codes.contains("unknown"))
        #expect(value == nil || remarks == otherRemarks)
        #expect((value == nil) == !codes.isEmpty)
        return value != nil
    }

    @Test mutating func `refunds, endorsements and lay-ups take any facts`() throws {
        let tables = try LawTables.published.get()
        var answers = [0, 0, 0]
        for _ in 0..<40_000 {
            let refund = RefundRequest(
                premium: pick(Self.amounts), start: pick(Self.moments), end: pick(Self.moments),
                cancelledAt: pick(Self.moments), ground: pick(CancellationGround.allCases + [nil]),
                otherStart: pick(Self.moments))
            let endorsement = EndorsementRequest(
                kind: pick(EndorsementKind.allCases + [nil]), matter: pick(EndorsementMatter.allCases + [nil, nil]),
                oldPremium: pick(Self.amounts), newPremium: pick(Self.amounts), start: pick(Self.moments),
                end: pick(Self.moments), effectiveAt: pick(Self.moments))
            let layUp = LayUpRequest(
                use: pick(VehicleUse.allCases + [nil]), start: pick(Self.moments), end: pick(Self.moments),
                from: pick(Self.moments), to: pick(Self.moments), previousLayUps: pick([0, 0, 0] + Self.counts),
                requestedAt: pick(Self.moments))
            let isRefunded = compare {
                try RefundRule.refund(of: refund, by: tables, as: Unrecorded.self, &$0).refund.value
            } _: {
                try RefundRule.refund(of: refund, by: tables, as: Recorded.self, &$0).refund.value
            }
            let isEndorsed = compare {
                try EndorsementRule.delta(of: endorsement, as: Unrecorded.self, &$0).delta.value
            } _: {
                try EndorsementRule.delta(of: endorsement, as: Recorded.self, &$0).delta.value
            }
            let isExtended = compare {
                try LayUpRule.newEnd(of: layUp, by: tables, as: Unrecorded.self, &$0).newEnd.value
            } _: {
                try LayUpRule.newEnd(of: layUp, by: tables, as: Recorded.self, &$0).newEnd.value
            }
            for (place, isAnswered) in [isRefunded, isEndorsed, isExtended].enumerated() where isAnswered {
                answers[place] += 1
            }
        }
        #expect(answers[0] > 1000 && answers[1] > 1000, "\(answers)")
    }

    @Test mutating func `vehicle tax, deadlines and penalties take any facts`() throws {
        let tables = try LawTables.published.get()
        var taxes = 0
        for _ in 0..<40_000 {
            let vehicle = VehicleFacts(
                vehicleClass: pick(VehicleClass.allCases + [nil]), ratedPassengers: pick(Self.counts),
                curbMassKg: pick(Self.counts), displacementML: pick(Self.counts),
                motorcycleKind: pick(MotorcycleKind.allCases + [nil]), isPoliceOrPrisonVan: pick([true, false, false]),
                energy: pick(Energy.allCases + [nil]))
            let tax = VehicleTaxRequest(
                region: pick(["330200", "110000", "140000", "440300"].map { Region(code: $0) } + [nil]),
                vehicle: pick([vehicle, vehicle, vehicle, nil]), year: pick([2026, 2026] + Self.counts),
                acquiredMonth: pick([nil, nil] + Self.counts), start: pick([nil, nil] + Self.moments),
                end: pick([nil, nil] + Self.moments), lastPaidYear: pick([nil, nil] + Self.counts),
                relief: pick(VehicleTaxRelief.allCases + [nil]), dueOn: pick(Self.dates), paidOn: pick(Self.dates))
            let isTaxed = compare {
                try VehicleTaxRule.tax(of: tax, by: tables, as: Unrecorded.self, &$0).total.value
            } _: {
                try VehicleTaxRule.tax(of: tax, by: tables, as: Recorded.self, &$0).total.value
            }
            if isTaxed { taxes += 1 }
            let penalty = PenaltyRequest(
                offence: pick(Offence.allCases + [nil]), on: pick(Self.dates), premium: pick(Self.amounts),
                unlawfulGain: pick(Self.amounts))
            _ = compare {
                try PenaltyRule.fine(of: penalty, by: tables, as: Unrecorded.self, &$0).most.value
            } _: {
                try PenaltyRule.fine(of: penalty, by: tables, as: Recorded.self, &$0).most.value
            }
            let procedure = NonDisclosureRequest(
                groundKnownOn: pick(Self.dates), noticeReceivedOn: pick(Self.dates), disclosedOn: pick(Self.dates),
                on: pick(Self.dates))
            _ = compare {
                try NonDisclosureRule.stage(of: procedure, by: tables, as: Unrecorded.self, &$0).stage.value
            } _: {
                try NonDisclosureRule.stage(of: procedure, by: tables, as: Recorded.self, &$0).stage.value
            }
        }
        #expect(taxes > 100, "\(taxes)")
    }
}
