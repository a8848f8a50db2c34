/// From when the Underwriting Code of 2020 speaks; of the editions before it no text is encoded.
enum UnderwritingCodeEdition {
    /// 2020-09-19, when the limits and floats of that year took effect as well.
    static func speaks(of date: CivilDate) -> Bool { (date.year, date.month, date.day) >= (2020, 9, 19) }

    /// What stands against reckoning by this edition on a day before it.
    static func objection(to date: CivilDate, at path: String) -> Finding? {
        guard !speaks(of: date) else { return nil }
        return Finding(
            code: "tableNotEncoded", message: "没有收录 2020-09-19 以前的承保实务规程，不能按现行规程推算。",
            english:
                "The underwriting codes before 2020-09-19 are not encoded, and today's is not read back into the past.",
            path: path, citation: Citation(.underwritingCode2020, "第五节"))
    }
}
