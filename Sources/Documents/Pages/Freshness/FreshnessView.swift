import Registry
import Regulation

/// `GET /freshness?order=age`.
package enum FreshnessView {
    package static func render(_ model: FreshnessModel) -> String {
        let language = model.chrome.language
        let rows = model.order.sorted(model.rows).map { row($0, model) }
        let size = Page.grouped(model.treeSize)
        let moment = MomentText.moment(model.asOf, in: language, seconds: true)
        let values: Values = [
            "table": rows.isEmpty ? nil : ["rows": rows, "columns": columns(model)] as Values,
            "standing": Phrase(
                "登记簿共 \(size) 条记录，以下是 \(moment) 的情况。",
                "The register holds \(size) entries. This is how things stood at \(moment)."
            ).text(in: language),
        ]
        return Page.render(
            "freshness", chrome: model.chrome, title: FreshnessTexts.title.text(in: language),
            texts: FreshnessTexts.phrases, values: values)
    }

    private static func columns(_ model: FreshnessModel) -> [Values] {
        let orders: [FreshnessOrder] = [.name, .age, .records, .quarantined, .gaps]
        return orders.map { order in
            let isCurrent = order == model.order
            let ascends = order == .name || order == .age
            return [
                "title": FreshnessTexts.phrases[order.rawValue]?.text(in: model.chrome.language),
                "order": order.rawValue,
                "number": order != .name && order != .age,
                "sorted": isCurrent ? (ascends ? "ascending" : "descending") : nil,
                "arrow": isCurrent ? (ascends ? "▲" : "▼") : nil,
            ]
        }
    }

    private static func row(_ row: FreshnessRow, _ model: FreshnessModel) -> Values {
        let language = model.chrome.language
        var values: Values = [
            "name": row.name, "code": row.code, "records": Page.grouped(row.recordsAccepted),
            "quarantined": Page.grouped(row.quarantinedOpen), "gaps": Page.grouped(row.sequenceGaps),
            "quarantinedAny": row.quarantinedOpen > 0, "gapsAny": row.sequenceGaps > 0,
        ]
        if let through = row.reportedThrough {
            let age = max(model.asOf.seconds(since: through), 0)
            values = values.merging([
                "reported": MomentText.moment(through, in: language, seconds: true),
                "age": MomentText.age(seconds: age, in: language),
                "width": AgeBar.width(ageSeconds: age),
                "tone": AgeBar.tone(ageSeconds: age),
                "fullWidth": AgeBar.fullWidth,
            ])
        }
        return values
    }
}
