package import Regulation

/// What compulsory insurance pays for an accident, with all that is told about it to people.
package struct CompensationReport: Sendable {
    package let compensation: Compensation<Figure>
    package let remarks: Remarks
    package let counterfactuals: [CompensationCounterfactual]
    /// What one policy pays at most on the day of the accident.
    package let limits: [LiabilityHeading: [CompensationItem: Amount]]
}
