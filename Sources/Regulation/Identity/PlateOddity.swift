/// What may be odd about a plate number that is one; none of it refuses (GA 36-2018, GA/T 16.7-2012).
enum PlateOddity {
    /// The list of letters is a hint: offices are founded and merged.
    static let issuer = Finding(
        code: "plateIssuerUnknown", message: "这个省份没有登记过这个发牌机关代号，请对照行驶证核对前两位。",
        path: "plate", citation: Citation(.plates2018, "发牌机关代号"))
    static let serialLetters = Finding(
        code: "plateSerialLetters", message: "普通号牌的序号最多两个字母，这一个更多，请对照行驶证核对。",
        path: "plate", citation: Citation(.plates2018, "序号"))
    static let category = Finding(
        code: "plateCategoryMismatch", message: "号牌种类与号牌号码的写法不一致，请核对号牌种类代码。",
        path: "plateCategory", citation: Citation(.plateCategories2012, "号牌种类代码"))
}
