/// By when the insurance, and with it the tax, should have been bought, and when it was (Vehicle Tax Law art. 9).
struct VehicleTaxLateness {
    let dueOn: CivilDate
    let paidOn: CivilDate

    /// `nil` when neither day is given; one without the other is an objection.
    init?(of request: VehicleTaxRequest, _ objections: inout Objections) {
        if request.dueOn == nil, request.paidOn == nil { return nil }
        let dueOn = objections.need(request.dueOn, .dueOn, at: "dueOn")
        let paidOn = objections.need(request.paidOn, .paidOn, at: "paidOn")
        guard let dueOn, let paidOn else { return nil }
        self.dueOn = dueOn
        self.paidOn = paidOn
    }

    /// Days from the day after the tax of the year was due to the day it is paid: each year was due on the same date.
    func overdueDays(ofYear year: Int) -> Int {
        guard let due = dueOn.adding(years: year - dueOn.year) else { return 0 }
        return max(0, due.days(to: paidOn))
    }
}
