package import Registry

extension QuestionFields {
    /// The form as a question, to be checked like any other.
    package var query: CoverageQuery {
        var query = CoverageQuery()
        query.on = moment
        switch form {
        case .plate:
            query.plate = plate
            query.category = category.isEmpty ? nil : category
            query.vinSuffix = vinSuffix
        case .vin:
            query.vin = vin
            query.plate = plate.isEmpty ? nil : plate
            query.policyNumberSuffix = plate.isEmpty && !policyNumberSuffix.isEmpty ? policyNumberSuffix : nil
        }
        return query
    }

    /// Date and time as one; without a time the day's first moment, without either now.
    private var moment: String? {
        if date.isEmpty { return time.isEmpty ? nil : time }
        return time.isEmpty ? date : "\(date) \(time)"
    }
}
