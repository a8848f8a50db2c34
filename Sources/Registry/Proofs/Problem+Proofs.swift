extension Problem {
    static let policyUnknown = Problem(
        404, "policyUnknown", "没有登记过这个保单号", detail: "请核对保单号；投保申请和待核的记录还不是保险单，没有证明。")
    static let policyOfSeveralInsurers = Problem(
        422, "policyOfSeveralInsurers", "几家保险公司都用过这个保单号", detail: "请用 --insurer 指明是哪一家。")
    static let notYetPublished = Problem(
        503, "notYetPublished", "这份记录刚刚入库，还没有随日志公布", detail: "请一秒钟后再试。", retryAfterSeconds: 1)
    static let proofTooLong = Problem(
        422, "proofTooLong", "证明太长，超过 1 MiB", detail: "请少公开几个栏目再试。")
}
