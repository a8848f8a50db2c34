import Registry

enum CompensationTexts {
    static let title = Phrase("理赔赔多少", "What will the claim pay?")
    static let titleWithFaults = Phrase("有内容要改 · 理赔赔多少", "Something to put right · What will the claim pay?")
    static let titleOfAnswer = Phrase("结果 · 理赔赔多少", "Result · What will the claim pay?")

    static let faultMissing = Phrase("请选择这辆车有没有责任", "Say whether this vehicle is at fault")
    static let amountForm = Phrase("金额填元，最多两位小数，例如 3500.00", "Give yuan with at most two decimals, such as 3500.00")

    static let phrases: [String: Phrase] = [
        "title": title,
        "lead": Phrase(
            "说说事故里有谁、损失多少，就能看到交强险由谁赔给谁、赔多少。",
            "Say who was in the accident and what it cost, and see who pays whom out of compulsory insurance."),
        "date": Phrase("哪天出的事故", "Day of the accident"),
        "dateHint": Phrase("赔偿限额按事故那天的规定", "Limits are those of that day"),
        "faultHint": Phrase(
            "全责、主责、同责、次责都算有责任；交强险的限额不分责任大小。",
            "Any degree of fault is fault: the limits do not depend on how much."),
        "fault": Phrase("有没有责任", "At fault?"),
        "yes": Phrase("有责任", "At fault"),
        "no": Phrase("无责任", "Not at fault"),
        "damage": Phrase("这辆车的损失（元）", "Damage to it, in yuan"),
        "special": Phrase("没有交强险、醉驾等特殊情形", "No insurance, drunk driving and other special cases"),
        "uninsured": Phrase("这辆车没有投保交强险", "It has no compulsory insurance"),
        "cause": Phrase("驾驶人的情形", "About the driver"),
        "none": Phrase("没有以下情形", "None of these"),
        "addVehicle": Phrase("再加一辆车", "Add a vehicle"),
        "removeVehicle": Phrase("去掉", "Remove"),
        "victims": Phrase("有人受伤或死亡吗", "Was anybody hurt or killed?"),
        "victimsHint": Phrase("没有就不用填。", "If not, leave this out."),
        "aboard": Phrase("出事时在哪里", "Where the person was"),
        "outside": Phrase("在车外", "Outside the vehicles"),
        "medical": Phrase("医疗费用（元）", "Medical costs, in yuan"),
        "medicalHint": Phrase("诊疗、住院、营养、后续治疗等", "Treatment, hospital, nutrition, later treatment"),
        "disability": Phrase("死亡伤残损失（元）", "Death or disability, in yuan"),
        "disabilityHint": Phrase("误工、护理、残疾或死亡赔偿金等", "Lost income, care, disability or death benefits"),
        "intentional": Phrase("事故是这个人故意造成的", "The person meant the accident to happen"),
        "addVictim": Phrase("加一名伤者", "Add a person"),
        "more": Phrase("车外财产、抢救费用、互碰自赔", "Property outside, rescue costs, knock for knock"),
        "property": Phrase("车外财产损失（元）", "Property outside the vehicles, in yuan"),
        "propertyHint": Phrase("护栏、路牌、行人的手机等", "Railings, signs, a pedestrian’s telephone"),
        "rescue": Phrase("抢救费用（元）", "Rescue costs, in yuan"),
        "rescueHint": Phrase(
            "只在无证、醉驾、被盗抢、故意时要填，是医疗费用的一部分",
            "Only with an unlicensed or drunken driver, a stolen vehicle or intent; part of medical costs"),
        "agreed": Phrase("各方都同意互碰自赔", "All agree on knock for knock"),
        "submit": Phrase("算一算", "Work it out"),
        "totalLabel": Phrase("交强险一共赔", "Compulsory insurance pays in all"),
        "flowTitle": Phrase("谁赔给谁", "Who pays whom"),
        "limitsTitle": Phrase("限额用了多少", "How much of the limits is used"),
        "openTitle": Phrase("交强险没有赔到的", "What compulsory insurance leaves open"),
        "openNote": Phrase(
            "这些由有责任的一方按责任比例承担；投了商业险的，由商业险在保额内赔。",
            "Those at fault bear this by their share of it; voluntary cover pays within its sums."),
        "readingsTitle": Phrase("两种读法", "Two readings"),
        "readingsNote": Phrase(
            "有醉驾、无证、故意等情形时，保险条款和法院的读法不同。诉讼中一般按法院的读法。",
            "With a drunken or unlicensed driver or with intent, the clauses and the courts differ. In a lawsuit the "
                + "courts’ reading is the rule."),
        "byClause": Phrase("按保险条款", "By the clauses"),
        "byCourt": Phrase("按最高人民法院的解释", "As the Supreme Court reads the law"),
        "recourse": Phrase("赔后可向致害人追偿", "may be claimed back from who caused it"),
        "knockTitle": Phrase("能不能互碰自赔", "Knock for knock?"),
        "knockYes": Phrase(
            "可以：各自的保险公司赔各自的车，仅供对照。", "It may be used: each insurer pays its own vehicle. Shown beside, never instead."),
        "knockNo": Phrase("不可以：", "It may not be used:"),
        "excludes": Phrase(
            "这里只算交强险。实际赔付以保险公司核定的损失为准。",
            "This is compulsory insurance alone, on the losses you gave. The insurers assess the real ones."),
    ]
}
