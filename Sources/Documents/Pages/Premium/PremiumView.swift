import Registry
import Regulation

/// `GET /law/premium`, and `POST /law/premium`: the form, or what came of it.
package enum PremiumView {
    package static func render(_ model: PremiumModel) -> String {
        let language = model.chrome.language
        let title =
            model.answer != nil
            ? PremiumTexts.titleOfAnswer : model.faults.isEmpty ? PremiumTexts.title : PremiumTexts.titleWithFaults
        var values = PremiumForm(model).values().merging(["furtherStyleSheet": Asset.lawStyleSheet.link])
        if let answer = model.answer {
            values = values.merging(PremiumAnswerView(answer, model.fields, language).values())
        }
        return Page.render(
            model.answer == nil ? "premium" : "premiumAnswer", chrome: model.chrome, title: title.text(in: language),
            texts: PremiumTexts.phrases.merging(LawTexts.phrases) { $1 }, values: values)
    }
}
