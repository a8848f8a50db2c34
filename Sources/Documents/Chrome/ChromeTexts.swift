import Registry

enum ChromeTexts {
    static let elderOn = Phrase("大字版", "Larger text")
    static let elderOff = Phrase("标准版", "Standard text")

    static let phrases: [String: Phrase] = [
        "name": Phrase("续保", "Xubao"),
        "tagline": Phrase("交强险登记查询", "Compulsory motor insurance register"),
        "home": Phrase("续保首页", "Xubao home"),
        "skip": Phrase("跳到正文", "Skip to the content"),
        "settings": Phrase("语言和字号", "Language and size"),
        "otherLanguage": Phrase("English", "中文"),
        "sandboxWord": Phrase("试用环境", "Sandbox"),
        "sandboxNotice": Phrase(
            "这里的车辆和保险都是编造的，不能当作任何凭证。", "Every vehicle and policy here is made up and proves nothing."),
        "sandboxLink": Phrase("试用号牌", "Plates to try"),
        "footer": Phrase("页脚", "Footer"),
        "query": Phrase("查交强险", "Check cover"),
        "premium": Phrase("保费怎么算", "How premiums are made up"),
        "compensation": Phrase("理赔赔多少", "What a claim pays"),
        "freshness": Phrase("数据新鲜度", "Freshness of data"),
        "log": Phrase("登记簿的日志", "The register’s log"),
        "logCheck": Phrase("核对证明", "Check a proof"),
        "about": Phrase("说明与隐私", "About and privacy"),
        "promise": Phrase("每一次查询都留有记录，车主可以要求查看。", "Every look-up is recorded, and the owner may ask to see it."),
    ]
}
