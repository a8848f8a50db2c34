/// What a transfer of the vehicle does to its contract (Underwriting Code 5(2)5, 5(3)1): endorsed at home; beyond the
/// prefecture it may be cancelled; beyond the province the new policy does not float.
public enum TransferRule {
    /// - Parameter date: the day of the transfer.
    public static func treatment(
        from: TransferPlace?, to: TransferPlace?, on date: CivilDate?
    ) throws(Refusal) -> TransferTreatment {
        var objections = Objections()
        let from = objections.need(from, .transferFrom, at: "from")
        let to = objections.need(to, .transferTo, at: "to")
        let date = objections.need(date, .askedOn, at: "on")
        if let date, let finding = UnderwritingCodeEdition.objection(to: date, at: "on") { objections.add(finding) }
        guard objections.isEmpty, let from, let to else { throw objections.refusal }
        return treatment(of: TransferReach(from: from, to: to))
    }

    static func treatment(of reach: TransferReach) -> TransferTreatment {
        switch reach {
        case .withinPrefecture:
            TransferTreatment(
                reach: reach, endorsement: .localTransfer, succession: nil, cancellation: nil, newPolicyFloats: nil,
                citation: Citation(.underwritingCode2020, "第五节三(一)"), sentence: atHome)
        case .withinProvince:
            TransferTreatment(
                reach: reach, endorsement: .otherChange, succession: Citation(.insuranceLaw2015, "第49条"),
                cancellation: .movedAway, newPolicyFloats: true,
                citation: Citation(.underwritingCode2020, "第五节二(五)"), sentence: inProvince)
        case .acrossProvinces:
            TransferTreatment(
                reach: reach, endorsement: .otherChange, succession: Citation(.underwritingCode2020, "第五节二(五)"),
                cancellation: .movedAway, newPolicyFloats: false,
                citation: Citation(.underwritingCode2020, "第五节二(五)"), sentence: beyond)
        }
    }

    private static let atHome = Sentence(
        "本地过户的，办理批改，保险费按日费率增减，费率不因过户浮动；不能以过户为由解除合同。",
        "A transfer at home is endorsed, the premium changes by the daily rate and does not float; it is no ground of "
            + "cancellation.")
    private static let inProvince = Sentence(
        "转至省内其他地市的，可以批改后由受让人承继，也可以凭机动车所有权转移证明和原保单原件退保，在新入户地区重新投保。",
        "To another prefecture of the province: the new owner may take over by endorsement, or cancel with the proof "
            + "of transfer and the original policy and insure anew at the new place.")
    private static let beyond = Sentence(
        "转至省外的，不解除合同时由受让人承继权利和义务；要求解除的，凭机动车所有权转移证明和原保单原件退保，在新入户地区重新投保，费率不浮动。",
        "To another province: the new owner takes over unless the contract is cancelled; if it is, with the proof of "
            + "transfer and the original policy, the vehicle is insured anew at the new place "
            + "and the premium does not float.")
}
