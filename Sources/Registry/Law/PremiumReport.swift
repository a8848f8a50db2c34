package import Regulation

/// A premium with all that is told about it to people.
package struct PremiumReport: Sendable {
    package let result: PremiumResult<Figure>
    package let remarks: Remarks
    package let counterfactuals: [Counterfactual]
}
