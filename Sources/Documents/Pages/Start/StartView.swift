/// `GET /` and `GET /en/`.
package enum StartView {
    package static func render(_ model: StartModel) -> String {
        let title = StartTexts.title.text(in: model.chrome.language)
        return Page.render(
            "start", chrome: model.chrome, title: title, texts: StartTexts.phrases,
            values: ["mark": MarkDrawing.sample(in: model.chrome.language)])
    }
}
