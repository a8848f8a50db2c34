extension FigureName {
    static let appliedAt = FigureName("appliedAt", "投保时间", "time of application")
    static let termStart = FigureName("start", "保险期间起", "start of cover")
    static let termEnd = FigureName("end", "保险期间止", "end of cover")
    static let shortTermGround = FigureName("shortTerm", "短期事由", "ground of the short term")
    static let termDays = FigureName("days", "投保天数", "days of cover")
    static let chargedDays = FigureName("chargedDays", "计费天数", "days charged")
    static let leastDays = FigureName("leastDays", "最低计费天数", "least days charged")
    static let daysShare = FigureName("daysShare", "计费比例", "share of the year charged")
    static let yearDays = FigureName("yearDays", "全年天数", "days of the year")
}
