import Registry

/// What both pages that ask the law say alike.
enum LawTexts {
    static let notEncoded = Phrase(
        "这一项的数值还没有收录，这里不推算。请换一个地区或日期，或直接问保险公司",
        "This figure is not on file, and we do not guess it. Try another region or date, or ask an insurer")

    static let phrases: [String: Phrase] = [
        "faultsTitle": Phrase("还差一点，请改一下", "Please put this right"),
        "faultWord": Phrase("要改：", "To put right: "),
        "given": Phrase("您填的", "You said"),
        "assumed": Phrase("按您的回答假定", "Assumed from your answer"),
        "derivationTitle": Phrase("怎样算出来的", "How it comes about"),
        "otherwiseTitle": Phrase("如果情况不同", "Had it been otherwise"),
        "notesTitle": Phrase("还要说明的", "Worth knowing"),
        "asText": Phrase("用文字看推导", "The derivation as text"),
        "law": Phrase("依据的条文", "The law it rests on"),
        "edit": Phrase("改一改再算", "Change and work it out again"),
        "print": Phrase("打印", "Print"),
        "legendRow": Phrase("查表得到", "read from a table"),
        "legendMade": Phrase("算出或判断得到", "worked out"),
        "legendConstant": Phrase("条文里写明的数", "stands in the article"),
        "keepsNothing": Phrase("不用登录，填的内容不保存。", "No account, and nothing you fill in is kept."),
        "yuan": Phrase("元", "yuan"),
        "choose": Phrase("请选择", "Choose one"),
    ]
}
