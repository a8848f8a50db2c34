import Registry

/// `GET /sandbox`.
package enum MagicPlatesView {
    package static func render(_ model: MagicPlatesModel) -> String {
        let language = model.chrome.language
        let rows: [Values] = model.plates.map { plate in
            let sign = VerdictSign(outcome: plate.outcome ?? .noMatch)
            let word = plate.outcome == nil ? MagicPlatesTexts.fault : sign.word
            return [
                "plate": plate.plate, "category": plate.category, "vinSuffix": plate.vinSuffix, "shows": plate.shows,
                "detail": plate.detail, "sign": sign.shape, "tone": sign.tone, "word": word.text(in: language),
            ]
        }
        let values: Values = ["table": rows.isEmpty ? nil : ["rows": rows] as Values]
        return Page.render(
            "magicPlates", chrome: model.chrome, title: MagicPlatesTexts.title.text(in: language),
            texts: MagicPlatesTexts.phrases, values: values)
    }
}
