import Registry

enum FreshnessTexts {
    static let title = Phrase("数据新鲜度", "Freshness of data")

    static let phrases: [String: Phrase] = [
        "title": title,
        "lead": Phrase(
            "保险公司把保险单报来，登记簿才知道。每家报到了什么时候，这里都看得见。",
            "The register knows what insurers report. This page shows how far each of them has reported."),
        "name": Phrase("保险公司", "Insurer"),
        "age": Phrase("报到", "Reported through"),
        "records": Phrase("已收记录", "Records accepted"),
        "quarantined": Phrase("待核对", "Under review"),
        "gaps": Phrase("缺号", "Numbers missing"),
        "sortHint": Phrase("点列名可以换一种排法。", "Choose a column heading to sort by it."),
        "never": Phrase("还没有报过", "Nothing yet"),
        "none": Phrase("还没有保险公司接入。", "No insurer is connected yet."),
        "meaningTitle": Phrase("这些数字是什么意思", "What the figures mean"),
        "ageMeaning": Phrase(
            "这家公司声明，到这一刻为止的业务都已经报来。横条一格是一分钟、一小时、一天、一周，越短越新。",
            "The insurer states that everything up to this moment has been reported. The steps of the bar are a "
                + "minute, "
                + "an hour, a day and a week; shorter is fresher."),
        "quarantinedMeaning": Phrase(
            "有内容读不懂或不可能成立的记录，没有丢弃，正等保险公司改正。",
            "Records that cannot be read or cannot be true are kept until the insurer corrects them."),
        "gapsMeaning": Phrase(
            "每家公司的记录按顺序编号，缺号说明还有记录没有到。",
            "Each insurer numbers its records; a missing number is a record that has not arrived."),
    ]
}
