import Registry

enum MagicPlatesTexts {
    static let title = Phrase("试用号牌", "Plates to try")

    static let fault = Phrase("故障", "Fault")

    static let phrases: [String: Phrase] = [
        "title": title,
        "lead": Phrase(
            "这些车都是编造的，每一辆会得到不同的结果。点“查这辆”，就像自己填了一样。",
            "These vehicles are made up, and each one gets another answer. “Ask” works as if you had typed it."),
        "plate": Phrase("号牌", "Plate"),
        "vinSuffix": Phrase("车架号后六位", "Last six of the VIN"),
        "shows": Phrase("会看到", "What it shows"),
        "action": Phrase("操作", "Action"),
        "ask": Phrase("查这辆", "Ask"),
        "none": Phrase("这里没有试用号牌。", "There are no plates to try here."),
    ]
}
