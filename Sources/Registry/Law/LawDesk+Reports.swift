package import Regulation

/// The answers pages show, from requests that were read from forms.
extension LawDesk {
    package func report(on request: PremiumRequest) throws(Refusal) -> PremiumReport {
        var remarks = Remarks()
        let result = try Premium.explainedPremium(of: request, by: tables, &remarks)
        return PremiumReport(
            result: result, remarks: remarks,
            counterfactuals: try Counterfactuals.counterfactuals(of: request, by: tables))
    }

    /// The premium alone, to be set beside others; `nil` where the rule refuses.
    package func premium(of request: PremiumRequest) -> (amount: Amount, percent: Int)? {
        var remarks = Remarks()
        guard let result = try? Premium.premium(of: request, by: tables, &remarks) else { return nil }
        return (result.premium.value, result.floatingPercent)
    }

    package func report(on request: CompensationRequest) throws(Refusal) -> CompensationReport {
        var remarks = Remarks()
        let compensation = try CompensationRule.explainedCompensation(for: request, by: tables, &remarks)
        var limits: [LiabilityHeading: [CompensationItem: Amount]] = [:]
        if let date = request.accidentAt?.shanghaiDate {
            for heading in LiabilityHeading.allCases {
                limits[heading] = try CompensationRule.limits(heading, accidentOn: date, by: tables)
            }
        }
        return CompensationReport(
            compensation: compensation, remarks: remarks,
            counterfactuals: try CompensationRule.counterfactuals(for: request, by: tables), limits: limits)
    }
}
