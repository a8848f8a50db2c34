/// The question form as it was typed, kept word for word so that nothing has to be typed twice.
///
/// The names of the properties are the names of the form fields; `form` is sent as `form`.
package struct QuestionFields: Sendable, Equatable {
    /// Which of the two forms was sent.
    package enum Form: String, Sendable {
        /// `plate`, `category`, `vinSuffix`, `date`, `time`.
        case plate
        /// `vin`, and either `plate` or `policyNumberSuffix`; `date`, `time`.
        case vin
    }

    package var form: Form
    package var plate: String
    /// A category code such as `02`; empty for "not sure".
    package var category: String
    package var vinSuffix: String
    package var vin: String
    package var policyNumberSuffix: String
    /// `2026-05-01`, as a date input sends it.
    package var date: String
    /// `14:30`, as a time input sends it.
    package var time: String

    package init(
        form: Form = .plate, plate: String = "", category: String = "", vinSuffix: String = "", vin: String = "",
        policyNumberSuffix: String = "", date: String = "", time: String = ""
    ) {
        self.form = form
        self.plate = plate
        self.category = category
        self.vinSuffix = vinSuffix
        self.vin = vin
        self.policyNumberSuffix = policyNumberSuffix
        self.date = date
        self.time = time
    }
}
