package import Registry
import Regulation

extension QuestionFault {
    /// What the form has to show of a refusal: each fault at its field, in the order of the form, none twice.
    ///
    /// Empty when the refusal is not about what was typed.
    package static func faults(of problem: Problem, in fields: QuestionFields) -> [QuestionFault] {
        var faults: [QuestionFault] = []
        for item in problem.errors {
            guard let fault = fault(item, fields), !faults.contains(fault) else { continue }
            faults.append(fault)
        }
        let order = QuestionField.allCases
        return order.flatMap { field in faults.filter { $0.field == field } }
    }

    private static func fault(_ item: Problem.Item, _ fields: QuestionFields) -> QuestionFault? {
        switch item.path {
        case "plate", "plate.number": plateFault(item, fields)
        case "plate.category", "plateCategory": .categoryUnknown
        // Asked for only because the full VIN beside it could not be read, which is said already.
        case "vinSuffix" where fields.form == .vin: nil
        case "vinSuffix": suffixFault(item, count: count(fields.vinSuffix))
        case "vin": vinFault(item, count: count(fields.vin))
        case "policyNumberSuffix" where item.code == "missing": .companionMissing
        case "policyNumberSuffix" where item.code == "suffixCharacter": .policyNumberSuffixCharacters
        case "policyNumberSuffix": .policyNumberSuffixLength(count(fields.policyNumberSuffix))
        case "on": momentFault(fields)
        default: .other(fields.form == .vin ? .vin : .plate, chinese: item.message, english: item.message)
        }
    }

    private static func plateFault(_ item: Problem.Item, _ fields: QuestionFields) -> QuestionFault {
        switch item.code {
        case "missing", "plateEmpty": fields.form == .vin ? .companionMissing : .plateMissing
        case "plateLetter", "plateIssuerLetter": .plateLetters
        default:
            .other(
                .plate, chinese: item.message.last == "。" ? String(item.message.dropLast()) : item.message,
                english: QuestionFault.plateForm.text(in: .english))
        }
    }

    private static func suffixFault(_ item: Problem.Item, count: Int) -> QuestionFault {
        if count == 0 { return .vinSuffixMissing }
        return item.code == "suffixCharacter" ? .vinSuffixCharacters : .vinSuffixLength(count)
    }

    private static func vinFault(_ item: Problem.Item, count: Int) -> QuestionFault {
        if count == 0 { return .vinMissing }
        return item.code == "vinLength" || item.code == "vinTooLong" ? .vinLength(count) : .vinCharacters
    }

    private static func momentFault(_ fields: QuestionFields) -> QuestionFault {
        if fields.date.isEmpty { return .timeWithoutDate }
        return CivilDate(fields.date) == nil ? .dateForm : .timeForm
    }

    /// Characters as a person counts them, without the spaces that were typed for legibility.
    private static func count(_ text: String) -> Int {
        text.unicodeScalars.count { !$0.properties.isWhitespace }
    }
}
