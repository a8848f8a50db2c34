package import Registry
package import Regulation

/// The premium form, and beside it the answer once there is one.
package struct PremiumModel: Sendable {
    /// The premium of the same vehicle with another history.
    package struct Rung: Sendable {
        package var record: DrivingRecord
        package var amount: Amount
        package var percent: Int

        package init(record: DrivingRecord, amount: Amount, percent: Int) {
            self.record = record
            self.amount = amount
            self.percent = percent
        }
    }

    package struct Answer: Sendable {
        package var request: PremiumRequest
        package var report: PremiumReport
        /// From the best history to the worst.
        package var rungs: [Rung]

        package init(request: PremiumRequest, report: PremiumReport, rungs: [Rung]) {
            self.request = request
            self.report = report
            self.rungs = rungs
        }
    }

    package var chrome: PageChrome
    package var fields: PremiumFields
    package var faults: [LawFormFault]
    package var answer: Answer?

    package init(
        chrome: PageChrome, fields: PremiumFields, faults: [LawFormFault] = [], answer: Answer? = nil
    ) {
        self.chrome = chrome
        self.fields = fields
        self.faults = faults
        self.answer = answer
    }
}
