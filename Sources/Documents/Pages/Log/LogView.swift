import Registry
import Regulation

/// `GET /log`.
package enum LogView {
    package static func render(_ model: LogModel) -> String {
        let language = model.chrome.language
        let values: Values = [
            "furtherStyleSheet": Asset.logStyleSheet.link,
            "trees": [LogTreeDrawing.adding.values(in: language), LogTreeDrawing.altering.values(in: language)],
            "head": model.head.map { head(of: model, $0) },
            "leaf": model.newest.map { leaf($0, in: language) },
            "growth": LogGrowthDrawing(model.days).map { $0.values(in: language) },
        ]
        return Page.render(
            "log", chrome: model.chrome, title: LogTexts.title.text(in: language), texts: LogTexts.phrases,
            values: values)
    }

    private static func head(of model: LogModel, _ head: LogModel.Head) -> Values {
        let language = model.chrome.language
        let size = Page.grouped(head.size)
        return [
            "size": Phrase("\(size) 条", "\(size) \(head.size == 1 ? "entry" : "entries")").text(in: language),
            "root": groups(head.root),
            "newest": model.newest.map { MomentText.moment($0.committedAt, in: language, seconds: true) },
        ]
    }

    private static func leaf(_ leaf: LogModel.NewestLeaf, in language: Language) -> Values {
        [
            "moment": MomentText.moment(leaf.committedAt, in: language, seconds: true),
            "commitment": groups(leaf.commitment),
        ]
    }

    /// Eight digits at a time, so that two people can read them to each other.
    private static func groups(_ digits: String) -> [String] {
        var groups: [String] = []
        var rest = digits[...]
        while !rest.isEmpty {
            groups.append(String(rest.prefix(8)))
            rest = rest.dropFirst(8)
        }
        return groups
    }
}
