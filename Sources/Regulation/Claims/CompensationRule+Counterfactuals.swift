extension CompensationRule {
    /// More vehicles than this get no counterfactuals: each is a run of the whole rule.
    static let mostCounterfactuals = 10

    /// For each vehicle, in the order of ids: what if it were without fault, or, where it is without, at fault.
    public static func counterfactuals(
        for request: CompensationRequest, by tables: LawTables
    ) throws(Refusal) -> [CompensationCounterfactual] {
        var remarks = Remarks()
        let actual = try compensation(for: request, by: tables, &remarks)
        guard request.vehicles.count <= mostCounterfactuals else { return [] }
        var results: [CompensationCounterfactual] = []
        for (position, vehicle) in request.vehicles.enumerated() {
            guard let id = vehicle.id, let atFault = vehicle.atFault else { continue }
            var turned = request
            turned.vehicles[position].atFault = !atFault
            let other = try compensation(for: turned, by: tables, &remarks)
            results.append(counterfactual(id, wouldBeAtFault: !atFault, actual, other))
        }
        return results.sorted { $0.vehicle < $1.vehicle }
    }

    private static func counterfactual<Node>(
        _ id: String, wouldBeAtFault: Bool, _ actual: Compensation<Node>, _ other: Compensation<Node>
    ) -> CompensationCounterfactual {
        let was = paid(from: id, in: actual)
        let paid = paid(from: id, in: other)
        let chinese = wouldBeAtFault ? "如该车有责任" : "如该车无责任"
        let english = wouldBeAtFault ? "Were this vehicle at fault" : "Were this vehicle without fault"
        let total = other.total.value.yuanText
        return CompensationCounterfactual(
            vehicle: id,
            sentence: Sentence(
                "\(chinese)，其限额内赔付 \(paid.yuanText) 元（现为 \(was.yuanText) 元）；各方合计获赔 \(total) 元。",
                "\(english), its cover would pay \(paid.yuanText) yuan (now \(was.yuanText)), "
                    + "and all would receive \(total) yuan."),
            paid: paid, total: other.total.value,
            difference: other.total.value.subtracting(actual.total.value) ?? .zero)
    }

    private static func paid<Node>(from vehicle: String, in compensation: Compensation<Node>) -> Amount {
        compensation.payments.reduce(.zero) { $1.from == vehicle ? $0.adding($1.amount) ?? $0 : $0 }
    }
}
