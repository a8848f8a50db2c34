extension FigureName {
    static let writtenAmount = FigureName("amount", "金额", "amount")
    static let amountInWords = FigureName("words", "大写金额", "amount in words")
}
