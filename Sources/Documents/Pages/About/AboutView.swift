import Registry

/// `GET /about`.
package enum AboutView {
    package static func render(_ model: AboutModel) -> String {
        let language = model.chrome.language
        let outcomes: [Values] = CoverageAnswer.Outcome.allCases.map { outcome in
            let sign = VerdictSign(outcome: outcome)
            return [
                "sign": sign.shape, "tone": sign.tone, "word": sign.word.text(in: language),
                "meaning": AboutTexts.meaning(of: outcome).text(in: language),
            ]
        }
        let values: Values = [
            "outcomes": outcomes,
            "tries": AboutTexts.tries(model.triesPerVehicleAndDay).text(in: language),
            "regulator": model.regulatorName ?? AboutTexts.regulator.text(in: language),
            "phone": model.regulatorPhone,
        ]
        return Page.render(
            "about", chrome: model.chrome, title: AboutTexts.title.text(in: language), texts: AboutTexts.phrases,
            values: values)
    }
}
