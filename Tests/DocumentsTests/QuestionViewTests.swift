import Documents
import Foundation
import Registry
import Testing

struct QuestionViewTests {
    private func html(_ fields: QuestionFields, _ faults: [QuestionFault] = [], _ notice: QuestionNotice? = nil)
        -> String
    {
        QuestionView.render(
            QuestionModel(
                chrome: SamplePages.chrome("/query", .chinese), fields: fields, faults: faults, notice: notice))
    }

    static let allFaults: [QuestionFault] = [
        .plateMissing, .plateForm, .plateLetters, .categoryUnknown, .vinSuffixMissing, .vinSuffixLength(5),
        .vinSuffixCharacters, .vinMissing, .vinLength(3), .vinCharacters, .companionMissing,
        .policyNumberSuffixLength(7),
        .policyNumberSuffixCharacters,
        .dateForm, .dateOutOfRange, .timeForm, .timeWithoutDate, .other(.vin, chinese: "请再看一眼", english: "Look again"),
    ]

    @Test func `a fault says the field, what is wrong and how to put it right`() {
        #expect(
            QuestionFault.vinSuffixLength(5).text(in: .chinese)
                == "车架号后六位应是\u{2009}6\u{2009}个字符\u{FF0C}您填了\u{2009}5\u{2009}个")
        #expect(
            QuestionFault.vinSuffixLength(5).text(in: .english)
                == "The end of the VIN must be 6 characters; there are 5")
    }

    @Test(arguments: [QuestionFields.Form.plate, .vin])
    func `every fault stands in the summary, beside its field, and is linked to it`(form: QuestionFields.Form) {
        for fault in Self.allFaults {
            let isElsewhere =
                form == .vin
                ? [.category, .vinSuffix].contains(fault.field) : [.vin, .policyNumberSuffix].contains(fault.field)
            if isElsewhere { continue }
            let html = html(QuestionFields(form: form), [fault])
            let message = fault.text(in: .chinese)
            #expect(html.components(separatedBy: message).count == 3, "\(fault)")
            let anchor = MarkupText.values(of: "href", in: html).first { $0.hasPrefix("#") && $0 != "#content" }
            #expect(MarkupText.values(of: "id", in: html).contains { "#\($0)" == anchor }, "\(fault)")
            #expect(html.contains("aria-invalid=\"true\""), "\(fault)")
            #expect(html.contains("autofocus"), "\(fault)")
        }
    }

    @Test func `without faults nothing is marked as wrong`() {
        let html = html(QuestionFields())
        #expect(!html.contains("aria-invalid"))
        #expect(!html.contains("class=\"summary\""))
    }

    @Test func `what was typed is kept, in every field`() {
        let fields = QuestionFields(
            plate: "京AX2345", category: "52", vinSuffix: "1234Z6", date: "2026-05-01", time: "10:30")
        let html = html(fields, [.plateForm])
        for value in ["京AX2345", "1234Z6", "2026-05-01", "10:30"] { #expect(html.contains("value=\"\(value)\"")) }
        #expect(html.contains("<option value=\"52\" selected>"))
    }

    @Test func `a chosen category or date opens the fold it lies in`() {
        #expect(html(QuestionFields(date: "2026-05-01")).contains("<details class=\"help more\" open>"))
        #expect(html(QuestionFields()).contains("<details class=\"help more\">"))
    }

    @Test func `when the tries with the suffix are used up only the full VIN is asked for`() {
        let html = html(QuestionFields(plate: "京A12345"), [], .suffixTriesUsedUp)
        #expect(!html.contains("name=\"vinSuffix\""))
        #expect(html.contains("name=\"vin\""))
        #expect(html.contains("value=\"京A12345\""))
    }
}
