import Registry

/// `GET /log/check` and the answer to what was posted there.
package enum LogCheckView {
    /// What is longer is not put back into the form.
    private static let longestEcho = 65_536

    package static func render(_ model: LogCheckModel) -> String {
        let language = model.chrome.language
        let fault = model.isEmpty ? LogCheckTexts.empty.text(in: language) : nil
        let verdict = model.outcome.map { LogCheckVerdict($0, in: language) }
        let values: Values = [
            "furtherStyleSheet": Asset.logStyleSheet.link,
            "verdict": verdict.map { $0.values() },
            "fault": fault,
            "faults": fault.map { ["items": [["anchor": "evidence", "message": $0] as Values]] as Values },
            "pasted": verdict?.isGood == true || model.pasted.utf8.count > longestEcho ? "" : model.pasted,
        ]
        let title = fault == nil ? verdict?.headline : LogCheckTexts.phrases["faultsTitle"]?.text(in: language)
        return Page.render(
            "logCheck", chrome: model.chrome, title: title ?? LogCheckTexts.title.text(in: language),
            texts: LogCheckTexts.phrases, values: values)
    }
}
