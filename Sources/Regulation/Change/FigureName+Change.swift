extension FigureName {
    static let contractPremium = FigureName("premium", "已收保险费", "premium paid")
    static let cancelledAt = FigureName("cancelledAt", "合同解除时间", "moment of cancellation")
    static let cancellationGround = FigureName("ground", "解除原因", "ground of cancellation")
    static let otherStart = FigureName("otherStart", "另一份合同的保险期间起", "start of the other contract")
    static let periodDays = FigureName("periodDays", "保险期间天数", "days of the period of insurance")
    static let elapsedDays = FigureName("elapsedDays", "已了责任天数", "days of cover that have passed")
    static let remainingDays = FigureName("remainingDays", "未了责任天数", "days of cover that remain")
    static let remainingShare = FigureName("remainingShare", "未了责任比例", "share of the cover that remains")
    static let refund = FigureName("refund", "应退保险费", "refund")

    static let endorsementKind = FigureName("kind", "批改方式", "way of endorsement")
    static let endorsementMatter = FigureName("matter", "批改事项", "matter of the endorsement")
    static let oldPremium = FigureName("oldPremium", "原保险费", "old premium")
    static let newPremium = FigureName("newPremium", "新保险费", "new premium")
    static let effectiveAt = FigureName("effectiveAt", "批改生效时间", "moment the endorsement takes effect")
    static let premiumDifference = FigureName("premiumDifference", "全期保险费差额", "difference for the whole period")
    static let endorsementDelta = FigureName("delta", "应加收或退还的保险费", "premium to be added or returned")

    static let layUpFrom = FigureName("from", "停驶起", "start of the lay-up")
    static let layUpTo = FigureName("to", "停驶止", "end of the lay-up")
    static let previousLayUps = FigureName("previousLayUps", "已办理顺延次数", "extensions granted before")
    static let layUpRequestedAt = FigureName("requestedAt", "申请时间", "moment of the request")
    static let restedDays = FigureName("restedDays", "停驶天数", "days laid up")
    static let newEnd = FigureName("newEnd", "顺延后的保险期间止", "new end of the period of insurance")

    static let groundKnownOn = FigureName(
        "groundKnownOn", "保险人知道解除事由之日", "day the insurer learnt of the ground")
    static let noticeReceivedOn = FigureName(
        "noticeReceivedOn", "投保人收到书面通知之日", "day the policyholder received the notice")
    static let nonDisclosureStage = FigureName("stage", "未如实告知处理阶段", "stage of the procedure")
    static let askedOn = FigureName("on", "所问之日", "day asked about")

    static let transferFrom = FigureName("from", "原车籍所在地", "place of registration")
    static let transferTo = FigureName("to", "新车籍所在地", "new place of registration")
}
