import Registry
import Regulation

/// How much of each limit an accident uses up, vehicle by vehicle, as bars.
struct LimitBars {
    let report: CompensationReport
    let language: Language

    /// Vehicles that pay, with the items anybody has a loss in.
    func values() -> [Values] {
        let payments = report.compensation.payments
        var vehicles: [(name: String, heading: LiabilityHeading)] = []
        for payment in payments where !vehicles.contains(where: { $0.name == payment.from }) {
            vehicles.append((payment.from, payment.heading))
        }
        return vehicles.map { vehicle in
            let bars = items.compactMap { item in bar(item, vehicle.name, vehicle.heading) }
            return [
                "name": vehicle.name, "heading": LawTypography.set(vehicle.heading.title, in: language), "bars": bars,
            ]
        }
    }

    private var items: [CompensationItem] {
        let used = Set(report.compensation.payments.map { Self.limited($0.item) })
        return [.property, .medical, .deathDisability].filter(used.contains)
    }

    /// An advance of rescue costs counts against the limit of medical costs.
    private static func limited(_ item: CompensationItem) -> CompensationItem {
        item == .rescueAdvance ? .medical : item
    }

    private func bar(_ item: CompensationItem, _ vehicle: String, _ heading: LiabilityHeading) -> Values? {
        guard let limit = report.limits[heading]?[item], limit > .zero else { return nil }
        let used = report.compensation.payments.reduce(Amount.zero) { sum, payment in
            guard payment.from == vehicle, Self.limited(payment.item) == item else { return sum }
            return sum.adding(payment.amount) ?? sum
        }
        return [
            "title": LawTypography.set(item.title, in: language), "kind": FlowDrawing.kind(of: item),
            "used": LawTypography.yuan(used), "limit": LawTypography.money(limit, in: language),
            "width": max(min(used.fen * 1000 / limit.fen, 1000), used > .zero ? 4 : 0),
            "full": used >= limit ? Phrase("已用完", "used up").text(in: language) : nil,
        ]
    }
}
