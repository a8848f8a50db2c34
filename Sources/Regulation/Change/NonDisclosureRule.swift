/// The procedure before an insurer may cancel for non-disclosure (Regulation art. 14; Underwriting Code 5(1)): a
/// written notice, five days to make it good, and thirty days from knowledge after which the right is gone.
public enum NonDisclosureRule {
    static let article = Citation(.underwritingCode2020, "第五节一")

    /// Where it stands at the end of the day asked about.
    @specialized(where D == Recorded)
    @specialized(where D == Unrecorded)
    public static func stage<D: Derivation>(
        of request: NonDisclosureRequest, by tables: LawTables, as derivation: D.Type, _ remarks: inout Remarks
    ) throws(Refusal) -> NonDisclosureResult<D.Node> {
        var objections = Objections()
        let known = objections.need(request.groundKnownOn, .groundKnownOn, at: "groundKnownOn")
        let asked = objections.need(request.on, .askedOn, at: "on")
        guard objections.isEmpty, let known, let asked else { throw objections.refusal }
        let cancellation = try DeadlineRule.lastDay(
            of: .cancellation, from: known, at: "groundKnownOn", by: tables, as: derivation, &remarks)
        var nodes = [D.node(.fact(.askedOn, .date(asked), at: "on")), cancellation.node]
        var disclosureUntil: CivilDate?
        if let notice = request.noticeReceivedOn, notice <= asked {
            let disclosure = try DeadlineRule.lastDay(
                of: .disclosure, from: notice, at: "noticeReceivedOn", by: tables, as: derivation, &remarks)
            disclosureUntil = disclosure.value
            nodes.append(disclosure.node)
            if notice < known { remarks.warn(noticeBeforeKnowledge) }
        }
        let stage = stage(
            on: asked, disclosedOn: request.disclosedOn, until: disclosureUntil, cancellationUntil: cancellation.value)
        let node = D.node(
            {
                Figure(
                    .nonDisclosureStage, .word(code: stage.rawValue, title: stage.title), .choose, citation: article,
                    inputs: $0)
            }, over: nodes)
        return NonDisclosureResult(
            stage: Derived(stage, node), disclosureUntil: disclosureUntil, cancellationUntil: cancellation.value)
    }

    private static func stage(
        on asked: CivilDate, disclosedOn: CivilDate?, until disclosureUntil: CivilDate?, cancellationUntil: CivilDate
    ) -> NonDisclosureStage {
        if let disclosedOn, disclosedOn <= asked, disclosureUntil.map({ disclosedOn <= $0 }) ?? true {
            return .disclosed
        }
        if asked > cancellationUntil { return .extinguished }
        guard let disclosureUntil else { return .noticeDue }
        return asked <= disclosureUntil ? .awaitingDisclosure : .mayCancel
    }

    private static let noticeBeforeKnowledge = Finding(
        code: "noticeBeforeKnowledge", message: "书面通知早于保险人知道解除事由之日，请核对两个日期。",
        english: "The notice was received before the insurer knew of the ground: check both dates.",
        path: "noticeReceivedOn", citation: article)
}
