import Registry

enum ProblemTexts {
    static let phrases: [String: Phrase] = [
        "requestID": Phrase("联系我们时请报这个编号", "When asking for help, quote"),
        "status": Phrase("状态码", "Status"),
        "query": Phrase("去查询", "Check a vehicle"),
        "home": Phrase("回首页", "Start page"),
        "copy": Phrase("复制", "Copy"),
        "copied": Phrase("已复制", "Copied"),
    ]

    static func title(_ problem: PageProblem) -> Phrase {
        switch problem {
        case .badRequest: Phrase("这个请求没有读懂", "We could not read this request")
        case .notFound: Phrase("没有这个页面", "There is no such page")
        case .methodNotAllowed: Phrase("这个页面不能这样打开", "This page cannot be opened this way")
        case .tooLarge: Phrase("送来的内容太大", "What was sent is too large")
        case .tooManyRequests: Phrase("查得太快了，请稍等", "Too many requests, please wait")
        case .platesUsedUp: Phrase("这个网络今天查的号牌太多了", "Too many plates from this network today")
        case .triesUsedUp: Phrase("这辆车今天的尝试次数已用完", "No more tries for this vehicle today")
        case .unavailable: Phrase("现在忙不过来，请稍后再查", "We are too busy to answer just now")
        case .failed: Phrase("系统出了错", "Something went wrong on our side")
        }
    }

    static func explanation(_ problem: PageProblem) -> Phrase {
        switch problem {
        case .badRequest:
            Phrase("请从查询页重新填一次。", "Please start again from the form.")
        case .notFound:
            Phrase(
                "地址可能抄错了，也可能页面已经搬走。查询请从下面进。",
                "The address may be mistyped or the page may have moved. To check a vehicle, use the link below.")
        case .methodNotAllowed:
            Phrase(
                "查询结果不能用网址直接打开，因为号牌不放在网址里。请重新填一次。",
                "Answers have no address of their own, because plates never stand in one. Please fill in the "
                    + "form again."
            )
        case .tooLarge:
            Phrase("查询只需要几个字，请从查询页重新填一次。", "A question needs only a few characters. Please start again from the form.")
        case .tooManyRequests:
            Phrase(
                "为了让大家都能查，同一处每段时间能查的次数有限。",
                "To keep the service open to everyone, the number of look-ups from one place is limited.")
        case .platesUsedUp:
            Phrase(
                "为了不让人成批查别人的车，一个网络一天能查的号牌有限。公司或公共网络里，可以换用手机网络再查。",
                "To keep anyone from collecting other people’s data, one network may ask about a limited number "
                    + "of plates a day. In an office or a public network, try again over mobile data.")
        case .triesUsedUp:
            Phrase(
                "为了不让人猜号，填错的次数有限，别人填错的也算。请对照行驶证和保险单核对；急用请直接向保险公司查询。",
                "To keep anyone from guessing, wrong tries are limited, and those of others count too. Compare the "
                    + "vehicle licence and the policy; if it is urgent, ask the insurer directly.")
        case .unavailable:
            Phrase("登记簿里的记录都在，没有丢。", "Nothing on record is lost.")
        case .failed:
            Phrase(
                "错在我们，不在您。已经登记的记录没有受影响。请过一会儿再试。",
                "The mistake is ours. What is on record is not affected. Please try again in a little while.")
        }
    }

    /// When to come back, in the unit that fits.
    static func comeBack(seconds: Int) -> Phrase {
        let wait = max(seconds, 1)
        if wait < 60 { return Phrase("请等 \(wait) 秒再试。", "Try again in \(MomentText.counted(wait, "second")).") }
        if wait < 3600 {
            let minutes = (wait + 59) / 60
            return Phrase("请等 \(minutes) 分钟再试。", "Try again in \(MomentText.counted(minutes, "minute")).")
        }
        let hours = (wait + 3599) / 3600
        return Phrase("请等 \(hours) 小时再试。", "Try again in \(MomentText.counted(hours, "hour")).")
    }
}
