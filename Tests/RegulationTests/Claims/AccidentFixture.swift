import Regulation
import Testing

/// Accidents as short as they can be told, and their answers as lines of text.
enum AccidentFixture {
    static func car(
        _ id: String, _ fault: LiabilityHeading, _ damage: String = "0", insured: Bool = true,
        cause: ExclusionCause? = nil
    ) -> CompensationRequest.Vehicle {
        .init(id: id, atFault: fault == .atFault, insured: insured, damage: Amount(yuan: damage), cause: cause)
    }

    static func person(
        _ id: String, aboard: String? = nil, medical: String = "0", death: String = "0", intentional: Bool = false
    ) -> CompensationRequest.Victim {
        .init(
            id: id, aboard: aboard, medical: Amount(yuan: medical), deathDisability: Amount(yuan: death),
            intentional: intentional)
    }

    static func thing(_ id: String, _ loss: String) -> CompensationRequest.Property {
        .init(id: id, loss: Amount(yuan: loss))
    }

    static func request(
        at date: String = "2026-03-01", _ vehicles: [CompensationRequest.Vehicle],
        _ victims: [CompensationRequest.Victim] = [], _ things: [CompensationRequest.Property] = [],
        rescueCost: String? = nil, allAgreed: Bool? = nil
    ) -> CompensationRequest {
        CompensationRequest(
            accidentAt: Instant.read(date)?.instant, vehicles: vehicles, victims: victims, outsideProperty: things,
            rescueCost: rescueCost.flatMap { Amount(yuan: $0) }, allAgreed: allAgreed)
    }

    static func settled(_ request: CompensationRequest) throws -> Compensation<Unrecorded.Nothing> {
        var remarks = Remarks()
        return try CompensationRule.compensation(for: request, by: LawTables.published.get(), &remarks)
    }

    static func explained(_ request: CompensationRequest) throws -> (Compensation<Figure>, Remarks) {
        var remarks = Remarks()
        let result = try CompensationRule.explainedCompensation(
            for: request, by: LawTables.published.get(), &remarks)
        return (result, remarks)
    }

    static func findings(_ request: CompensationRequest) throws -> [Finding] {
        do {
            _ = try settled(request)
            return []
        } catch let refusal as Refusal {
            return refusal.findings
        }
    }

    /// `A→B property 2000.00`
    static func lines<Node>(_ payments: [CompensationPayment<Node>]) -> [String] {
        payments.map { "\($0.from)→\($0.to) \($0.item.rawValue) \($0.amount.yuanText)" }
    }

    /// `A: 1500.00`, the items of one claimant together.
    static func open<Node>(_ compensation: Compensation<Node>) -> [String] {
        var sums: [String: Int64] = [:]
        for loss in compensation.uncompensated { sums[loss.id, default: 0] += loss.amount.fen }
        return sums.sorted { $0.key < $1.key }.map { "\($0.key): \(Amount(fen: $0.value)?.yuanText ?? "")" }
    }

    /// Whose money each payment is: `A→B insurerOf A`.
    static func purses<Node>(_ payments: [CompensationPayment<Node>]) -> [String] {
        payments.map { payment in
            let purse =
                switch payment.paidBy {
                case .insurerOf(let id): "insurerOf \(id)"
                case .ownerOf(let id): "ownerOf \(id)"
                }
            return "\(payment.from)→\(payment.to) \(purse)"
        }
    }
}
