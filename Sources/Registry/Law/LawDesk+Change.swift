import Regulation

extension LawDesk {
    func refund(_ request: RefundRequest, isExplained: Bool) throws(Refusal) -> LawResult {
        var remarks = Remarks()
        guard isExplained else {
            let result = try RefundRule.refund(of: request, by: tables, as: Unrecorded.self, &remarks)
            return LawResult(members(of: result), remarks)
        }
        let result = try RefundRule.refund(of: request, by: tables, as: Recorded.self, &remarks)
        return LawResult(members(of: result), remarks, figure: result.refund.node)
    }

    private func members<Node>(of result: RefundResult<Node>) -> [LawMember] {
        let party = result.party
        return [
            LawMember("refund", "退还保险费", "refund", .amount(result.refund.value)),
            LawMember("party", "由谁解除", "cancelled by", .value(.word(code: party.rawValue, title: party.title))),
            LawMember("evidence", "所需材料", "documents to be shown", .list(result.evidence.map(Self.evidence))),
        ]
    }

    private static func evidence(_ evidence: CancellationEvidence) -> LawValue {
        .object([
            LawMember(
                "anyOf", "任一即可", "any one of",
                .told(
                    .list(evidence.anyOf.map { .sentence($0) }),
                    Sentence(
                        evidence.anyOf.map(\.chinese).joined(separator: "或"),
                        evidence.anyOf.map(\.english).joined(separator: ", or ")))),
            LawMember("citation", "依据", "by", .citation(evidence.citation)),
        ])
    }

    func endorsement(_ request: EndorsementRequest, isExplained: Bool) throws(Refusal) -> LawResult {
        var remarks = Remarks()
        guard isExplained else {
            let result = try EndorsementRule.delta(of: request, as: Unrecorded.self, &remarks)
            return LawResult(members(of: result), remarks)
        }
        let result = try EndorsementRule.delta(of: request, as: Recorded.self, &remarks)
        return LawResult(members(of: result), remarks, figure: result.delta.node)
    }

    private func members<Node>(of result: EndorsementResult<Node>) -> [LawMember] {
        let kind = result.kind
        return [
            LawMember("delta", "保险费增减", "change of the premium", .amount(result.delta.value)),
            LawMember("kind", "方式", "reckoned", .value(.word(code: kind.rawValue, title: kind.title))),
        ]
    }

    func layUp(_ request: LayUpRequest, isExplained: Bool) throws(Refusal) -> LawResult {
        var remarks = Remarks()
        guard isExplained else {
            let result = try LayUpRule.newEnd(of: request, by: tables, as: Unrecorded.self, &remarks)
            return LawResult(members(of: result), remarks)
        }
        let result = try LayUpRule.newEnd(of: request, by: tables, as: Recorded.self, &remarks)
        return LawResult(members(of: result), remarks, figure: result.newEnd.node)
    }

    private func members<Node>(of result: LayUpResult<Node>) -> [LawMember] {
        [
            LawMember("newEnd", "顺延后的止期", "new end of the period", .value(.instant(result.newEnd.value))),
            LawMember("restedDays", "停驶天数", "days rested", .value(.count(result.restedDays, .days))),
        ]
    }
}

extension CancellationParty {
    fileprivate var title: Sentence {
        switch self {
        case .policyholder: Sentence("投保人", "the policyholder")
        case .insurer: Sentence("保险公司", "the insurer")
        }
    }
}
