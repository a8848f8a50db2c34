import Registry

enum AboutTexts {
    static let title = Phrase("说明与隐私", "About and privacy")
    /// Took over from the former banking and insurance commission on 2023-05-18.
    static let regulator = Phrase("国家金融监督管理总局", "National Financial Regulatory Administration")

    static let phrases: [String: Phrase] = [
        "title": title,
        "whatTitle": Phrase("续保是什么", "What Xubao is"),
        "what": Phrase(
            "续保是机动车交通事故责任强制保险（交强险）的登记簿。它只回答一件事：一辆车在某一刻有没有交强险，到什么时候，续上了没有。",
            "Xubao is a register of compulsory motor insurance. It answers one question: whether a vehicle was "
                + "covered at "
                + "a given moment, until when, and whether the cover has been renewed."),
        "sourceTitle": Phrase("数据从哪里来", "Where the data comes from"),
        "source": Phrase(
            "保险公司把承保、变更、解除逐条报来。每条记录都进入一本只能添加、不能涂改的登记簿，事后谁改过都看得出来。",
            "Insurers report every policy, change and cancellation. Each report enters a log that can only be "
                + "added to, "
                + "so that anyone can find out whether it was altered afterwards."),
        "sourceLink": Phrase("看每家公司报到了什么时候", "See how far each insurer has reported"),
        "outcomesTitle": Phrase("各种结果的意思", "What each answer means"),
        "word": Phrase("结果", "Answer"),
        "meaning": Phrase("意思", "Meaning"),
        "ruleTitle": Phrase("怎样判断", "How it is decided"),
        "rule1": Phrase(
            "保险期间从起保的时刻算起，到终保的时刻为止；起保那一刻有保障，终保那一刻已经没有。",
            "A period covers its first moment and everything up to, but not including, its last."),
        "rule2": Phrase(
            "同一刻有两份保险单的，看开始较早的一份。",
            "If two policies cover the same moment, the one that started earlier answers."),
        "rule3": Phrase(
            "合同解除的，保险期间到解除的时刻为止。",
            "If a contract is cancelled, its period ends at the moment of cancellation."),
        "rule4": Phrase(
            "没有找到记录，从来不等于没有投保。",
            "No record never means not insured."),
        "privacyTitle": Phrase("您的隐私", "Your privacy"),
        "privacy1": Phrase(
            "只有号牌和车架号都对上才给结果，结果里不出现姓名、证件号码和电话。",
            "We answer only when plate and VIN agree, and no name, document number or telephone ever appears."),
        "privacy2": Phrase(
            "号牌不放在网址里，也不写进运行日志。本站不用跟踪工具，只在您选大字版时存一个记住字号的小文件。",
            "Plates never stand in an address or in a server log. There is no tracking; one cookie remembers the text "
                + "size if you change it."),
        "privacy3": Phrase(
            "每一次查询都留有记录：什么时候、以什么身份、查了哪辆车。车主可以要求查看。",
            "Every look-up is recorded: when, in what capacity, which vehicle. The owner may ask to see it."),
        "complainTitle": Phrase("不满意怎么办", "If something is wrong"),
        "complain1": Phrase(
            "记录有错，请先找承保的保险公司更正；更正后这里随即改变，原来的记录仍然可查。",
            "If a record is wrong, ask the insurer to correct it. The answer here changes at once, and the "
                + "earlier record "
                + "stays on file."),
        "complainRegulator": Phrase("保险公司不处理的，可以向监管部门投诉：", "If the insurer does not act, complain to the regulator:"),
        "phone": Phrase("电话", "telephone"),
    ]

    static func tries(_ count: Int) -> Phrase {
        Phrase(
            "为了不让别人试出车架号，每辆车每天最多核对 \(count) 次后六位。次数用完了，用完整的车架号仍然能查。",
            "To keep strangers from guessing, the last six of a VIN can be tried \(count) times per vehicle and day. "
                + "After that the full VIN still works.")
    }

    static func meaning(of outcome: CoverageAnswer.Outcome) -> Phrase {
        switch outcome {
        case .inForce: Phrase("这一刻在某一份保险单的期间之内。", "The moment lies within the period of a policy.")
        case .laidUp:
            Phrase("车办了停驶，保险责任暂停，复驶后期间顺延。", "The vehicle is laid up; cover rests, and the days are added afterwards.")
        case .pending:
            Phrase(
                "有投保申请或正在核对的记录，还不能下结论。", "There is an application or a record under review, so nothing can be said yet."
            )
        case .notYetInForce: Phrase("保险单已登记，期间还没有开始。", "A policy is on record and its period has not begun.")
        case .cancelled:
            Phrase("最近的一份合同解除了，之后没有新的保险单。", "The latest contract was cancelled and no new policy is on record.")
        case .lapsed: Phrase("最近的一期已经到期，没有查到续保。", "The latest period has ended and no renewal is on record.")
        case .noMatch: Phrase("没有号牌和车架号都相符的记录。", "No record matches both the plate and the VIN.")
        }
    }
}
