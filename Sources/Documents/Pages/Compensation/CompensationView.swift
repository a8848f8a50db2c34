import Registry
import Regulation

/// `GET /law/compensation`, and `POST /law/compensation`: the form, or what came of it.
package enum CompensationView {
    package static func render(_ model: CompensationModel) -> String {
        let language = model.chrome.language
        let title =
            model.report != nil
            ? CompensationTexts.titleOfAnswer
            : model.faults.isEmpty ? CompensationTexts.title : CompensationTexts.titleWithFaults
        var values = CompensationForm(model).values().merging(["furtherStyleSheet": Asset.lawStyleSheet.link])
        if let report = model.report {
            values = values.merging(CompensationAnswerView(report, language).values())
        }
        return Page.render(
            model.report == nil ? "compensation" : "compensationAnswer", chrome: model.chrome,
            title: title.text(in: language), texts: CompensationTexts.phrases.merging(LawTexts.phrases) { $1 },
            values: values)
    }
}
