import Documents
import Registry
import Testing

/// From the form as typed, through the check every question goes through, back to faults at their fields.
struct QuestionFormTests {
    private func faults(_ fields: QuestionFields) -> [QuestionFault] {
        do {
            _ = try fields.query.question(from: .anyone)
            return []
        } catch {
            return QuestionFault.faults(of: error, in: fields)
        }
    }

    @Test func `plate and suffix as they stand on the licence are a question`() {
        #expect(faults(QuestionFields(plate: "京A12345", vinSuffix: "123456")) == [])
        #expect(
            faults(
                QuestionFields(
                    plate: "京A·12345 ", category: "02", vinSuffix: "12 34 56", date: "2026-05-01", time: "10:30")) == []
        )
    }

    @Test func `a full VIN needs a plate or the end of a policy number`() {
        let vin = "LSAMPLE1230123456"
        #expect(faults(QuestionFields(form: .vin, plate: "京A12345", vin: vin)) == [])
        #expect(faults(QuestionFields(form: .vin, vin: vin, policyNumberSuffix: "000042")) == [])
        #expect(faults(QuestionFields(form: .vin, vin: vin)) == [.companionMissing])
    }

    @Test func `an empty form asks for both, in the order of the form`() {
        #expect(faults(QuestionFields()) == [.plateMissing, .vinSuffixMissing])
        #expect(faults(QuestionFields(form: .vin)) == [.companionMissing, .vinMissing])
    }

    @Test func `lengths count what was typed, without spaces`() {
        #expect(faults(QuestionFields(plate: "京A12345", vinSuffix: "1 23 45")) == [.vinSuffixLength(5)])
        #expect(faults(QuestionFields(plate: "京A12345", vinSuffix: "12-456")) == [.vinSuffixCharacters])
        #expect(
            faults(QuestionFields(form: .vin, vin: "LSAMPLE1230123456", policyNumberSuffix: "42"))
                == [.policyNumberSuffixLength(2)])
        #expect(faults(QuestionFields(form: .vin, plate: "京A12345", vin: "LSA")) == [.vinLength(3)])
    }

    @Test func `letters that never stand in a plate are named`() {
        #expect(faults(QuestionFields(plate: "京AI2345", vinSuffix: "123456")) == [.plateLetters])
    }

    @Test func `a plate of no form is told in the law's own words on the Chinese page`() throws {
        let fault = try #require(faults(QuestionFields(plate: "京A123", vinSuffix: "123456")).first)
        #expect(fault.field == .plate)
        #expect(fault.text(in: .chinese).contains("少了字符"))
        #expect(!fault.text(in: .english).unicodeScalars.contains { (0x4E00...0x4FFF).contains($0.value) && $0 != "京" })
    }

    @Test func `date and time are told apart`() {
        let whole = QuestionFields(plate: "京A12345", vinSuffix: "123456", date: "2026-05-01", time: "10:30")
        var fields = whole
        fields.date = ""
        #expect(faults(fields) == [.timeWithoutDate])
        fields = whole
        fields.date = "2026-13-01"
        #expect(faults(fields) == [.dateForm])
        fields = whole
        fields.time = "25:99"
        #expect(faults(fields) == [.timeForm])
    }

    @Test func `an unknown category is named`() {
        #expect(faults(QuestionFields(plate: "京A12345", category: "ZZ", vinSuffix: "123456")) == [.categoryUnknown])
    }

    @Test func `refusals become pages, with the time to come back`() {
        #expect(PageProblem(.notFound) == .notFound)
        #expect(PageProblem(.tooLarge) == .tooLarge)
        #expect(PageProblem(.overloaded) == .unavailable(retryAfterSeconds: 1))
        #expect(PageProblem(.platesExhausted) == .platesUsedUp(retryAfterSeconds: 86_400))
        #expect(PageProblem(.policyNumberExhausted) == .triesUsedUp(retryAfterSeconds: 86_400))
        #expect(PageProblem(.fullVINExhausted) == .triesUsedUp(retryAfterSeconds: 86_400))
        #expect(PageProblem(.unauthorized) == .badRequest)
        #expect(PageProblem(.failed) == .failed)
    }
}
