/// A field of the question form; the raw value is the name it is sent under.
package enum QuestionField: String, CaseIterable, Sendable {
    case plate, category, vinSuffix, vin, policyNumberSuffix, date, time
}
