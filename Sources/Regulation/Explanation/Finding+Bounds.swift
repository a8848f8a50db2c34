extension Finding {
    /// A result larger than any sum of money this house reckons with.
    static func amountOutOfBounds(_ name: FigureName) -> Finding {
        Finding(
            code: "amountOutOfBounds", message: "“\(name.title.chinese)”超出可计算的金额范围，请核对所给的数。",
            english: "The \(name.title.english) is beyond the sums that can be reckoned: check what was given.")
    }

    /// A day beyond the years there are.
    static func dateOutOfRange(_ name: FigureName, at path: String?) -> Finding {
        Finding(
            code: "dateOutOfRange", message: "“\(name.title.chinese)”超出可计算的年份，请核对所给的日期。",
            english: "The \(name.title.english) is beyond the years that can be reckoned: check the dates given.",
            path: path)
    }
}
