import Registry

/// `GET /query`, and `POST /query` when something has to be put right.
package enum QuestionView {
    /// Buttons of the plate keyboard, in the order of the administrative division codes.
    private static let provinces = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新".map { String($0) }

    package static func render(_ model: QuestionModel) -> String {
        let language = model.chrome.language
        let title = model.faults.isEmpty ? QuestionTexts.title : QuestionTexts.titleWithFaults
        // Who is putting the VIN form right, or has no other way left, need not find it below the other one.
        let onlyVIN =
            model.notice == .suffixTriesUsedUp || (model.fields.form == .vin && !model.faults.isEmpty)
        let values: Values = [
            "faults": model.faults.isEmpty ? nil : faults(model),
            "usedUp": model.notice == .suffixTriesUsedUp,
            "onlyVIN": onlyVIN,
            "byVIN": model.fields.form == .vin,
            "moreOpen": moreIsNeeded(model),
            // The elder page is shorter, but never hides something that was filled in or has to be put right.
            "more": !model.chrome.elder || moreIsNeeded(model),
            "provinces": provinces,
            "categories": categories(chosen: model.fields.category, in: language),
            "plateForm": form(.plate, model),
            "vinForm": form(.vin, model),
        ]
        return Page.render(
            "question", chrome: model.chrome, title: title.text(in: language), texts: QuestionTexts.phrases,
            values: values)
    }

    private static func moreIsNeeded(_ model: QuestionModel) -> Bool {
        let fields = model.fields
        return !fields.category.isEmpty || !fields.date.isEmpty || !fields.time.isEmpty
            || model.faults.contains { [.category, .date, .time].contains($0.field) }
    }

    private static func faults(_ model: QuestionModel) -> Values {
        let items: [Values] = model.faults.map {
            ["anchor": anchor($0.field, in: model.fields.form), "message": $0.text(in: model.chrome.language)]
        }
        return ["items": items]
    }

    /// The id of the field's input; a field that stands in both forms has one in each.
    private static func anchor(_ field: QuestionField, in form: QuestionFields.Form) -> String {
        switch (form, field) {
        case (.vin, .plate), (.vin, .date), (.vin, .time): "vin-\(field.rawValue)"
        default: field.rawValue
        }
    }

    /// What a form shows: the typed values, and beside each field its fault. The form that was not sent has no faults.
    private static func form(_ form: QuestionFields.Form, _ model: QuestionModel) -> Values {
        let fields = model.fields
        var values: Values = [
            "plate": fields.plate, "vinSuffix": fields.vinSuffix, "vin": fields.vin,
            "policyNumberSuffix": fields.policyNumberSuffix, "date": fields.date, "time": fields.time,
        ]
        guard form == fields.form else { return values }
        for field in QuestionField.allCases {
            let messages = model.faults.filter { $0.field == field }.map { $0.text(in: model.chrome.language) }
            if !messages.isEmpty {
                values.set("\(field.rawValue)Fault", to: messages.joined(separator: " · "))
            }
        }
        return values
    }

    private static func categories(chosen: String, in language: Language) -> [Values] {
        PlateCategoryChoice.all.map {
            ["code": $0.code, "name": $0.name.text(in: language), "chosen": $0.code == chosen]
        }
    }
}
