import Regulation

extension VehicleTaxRequest {
    init(_ reader: inout FactReader) {
        self.init(
            region: reader.region("region"), vehicle: reader.object("vehicle", VehicleFacts.init),
            year: reader.whole("year"), acquiredMonth: reader.whole("acquiredMonth"), start: reader.moment("start"),
            end: reader.end("end"), lastPaidYear: reader.whole("lastPaidYear"),
            relief: reader.word("relief", VehicleTaxRelief.self), dueOn: reader.date("dueOn"),
            paidOn: reader.date("paidOn"))
    }
}
