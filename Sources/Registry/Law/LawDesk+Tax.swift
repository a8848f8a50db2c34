import Regulation

extension LawDesk {
    func vehicleTax(_ request: VehicleTaxRequest, isExplained: Bool) throws(Refusal) -> LawResult {
        var remarks = Remarks()
        guard isExplained else {
            let result = try VehicleTaxRule.tax(of: request, by: tables, as: Unrecorded.self, &remarks)
            return LawResult(members(of: result), remarks)
        }
        let result = try VehicleTaxRule.tax(of: request, by: tables, as: Recorded.self, &remarks)
        return LawResult(members(of: result), remarks, figure: result.total.node)
    }

    private func members<Node>(of result: VehicleTaxResult<Node>) -> [LawMember] {
        let item = result.item.map { LawValue.value(.word(code: $0.rawValue, title: $0.title)) }
        return [
            LawMember("tax", "当年税额", "tax of the year", .amount(result.tax.value)),
            LawMember("arrears", "往年补缴", "tax of earlier years", .amount(result.arrears.value)),
            LawMember("lateFee", "滞纳金", "late fee", .amount(result.lateFee.value)),
            LawMember("total", "合计", "in all", .amount(result.total.value)),
            LawMember("item", "税目", "item", item ?? .null),
        ]
    }
}
