extension FigureName {
    static let deadlineStart = FigureName("from", "起算之日", "day the time runs from")
    static let deadlineSpan = FigureName("span", "期限", "length of time")
    static let countedDay = FigureName("countedDay", "按日历计算的末日", "last day as counted")
    static let deadlineLastDay = FigureName("lastDay", "期限的最后一日", "last day of the time")

    static let offence = FigureName("offence", "违法行为", "offence")
    static let finePremium = FigureName("premium", "最低责任限额应缴的保险费", "premium for the lowest limits")
    static let unlawfulGain = FigureName("unlawfulGain", "违法所得", "unlawful gain")
    static let fineTimes = FigureName("times", "倍数", "multiple")
    static let fineLeast = FigureName("fineLeast", "罚款下限", "lowest fine")
    static let fineMost = FigureName("fineMost", "罚款上限", "highest fine")
}
