package import Registry
import Regulation

/// The form on an accident, and beside it what compulsory insurance pays once it was asked.
package struct CompensationModel: Sendable {
    package var chrome: PageChrome
    package var fields: CompensationFields
    package var faults: [LawFormFault]
    package var report: CompensationReport?
    /// The row that was just added, where the reader goes on.
    package var added: CompensationFields.RowAction?

    package init(
        chrome: PageChrome, fields: CompensationFields, faults: [LawFormFault] = [],
        report: CompensationReport? = nil, added: CompensationFields.RowAction? = nil
    ) {
        self.chrome = chrome
        self.fields = fields
        self.faults = faults
        self.report = report
        self.added = added
    }
}
