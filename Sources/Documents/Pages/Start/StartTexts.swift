import Registry

enum StartTexts {
    static let title = Phrase("查车辆的交强险", "Check a vehicle’s compulsory insurance")

    static let phrases: [String: Phrase] = [
        "title": title,
        "lead": Phrase(
            "这辆车的交强险还有没有效，到哪一天为止，有没有续上，在这里一次问清。",
            "Find out whether the cover is in force, until which day, and whether it has been renewed."),
        "begin": Phrase("开始查询", "Start now"),
        "beginNote": Phrase("不用登录，不收费。", "No account, no charge."),
        "needTitle": Phrase("要准备什么", "What you need"),
        "need1": Phrase("号牌号码", "The plate number"),
        "need2": Phrase("车架号的后六位，写在行驶证上", "The last six characters of the VIN, which are on the vehicle licence"),
        "needNote": Phrase(
            "没有上牌的车，用完整车架号和保险单号后六位查。",
            "For a vehicle without plates, use the full VIN and the last six characters of the policy number."),
        "getTitle": Phrase("会得到什么", "What you get"),
        "get1": Phrase("现在是否有效，还有多少天", "Whether it is in force now, and for how many days"),
        "get2": Phrase("是否已经续保，中间有没有空档", "Whether it is renewed, and whether there is a gap"),
        "get3": Phrase("为什么是这个结果，接下来该做什么", "Why, and what to do next"),
        "timeTitle": Phrase("要多久", "How long it takes"),
        "time": Phrase("不到一分钟。", "Less than a minute."),
        "markNote": Phrase(
            "结果用这个标志写出到期的年和月。一圈十二个月，实心的是到期那个月。",
            "The answer carries this mark with the month and year of the end; of the twelve months around it, "
                + "the large "
                + "dot is that month."),
        "lawTitle": Phrase("还可以算一算", "Two sums to work out"),
        "lawPremium": Phrase("保费怎么算", "How is my premium made up?"),
        "lawPremiumNote": Phrase(
            "每一步出自哪一条，记录好坏差多少。", "Each step with its article, and what the record changes."),
        "lawCompensation": Phrase("理赔赔多少", "What will the claim pay?"),
        "lawCompensationNote": Phrase(
            "几辆车、几个人的事故，谁赔给谁。", "Accidents of several vehicles and people: who pays whom."),
        "privacy": Phrase("为什么两样都要", "Why both are asked for"),
        "privacyNote": Phrase(
            "号牌人人看得见，车架号只有拿着行驶证的人才知道。两样都对上才给结果，别人就不能只凭号牌查您的车。",
            "Anyone can read a plate, but the VIN is on the licence. Answering only when both agree keeps strangers "
                + "from looking up your vehicle."),
    ]
}
