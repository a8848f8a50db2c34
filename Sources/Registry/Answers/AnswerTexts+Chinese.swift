import Regulation

extension AnswerTexts {
    static func chineseVerdict(_ answer: CoverageAnswer) -> String {
        let sentence =
            switch answer.outcome {
            case .inForce: chineseVerdictInForce(answer.renewal)
            case .laidUp: "这辆车已办停驶，交强险暂停"
            case .pending:
                answer.reason == .recordUnderReview
                    ? "有一条记录正在核对，暂时不能下结论" : "投保申请已收到，保险单还没有签发"
            case .notYetInForce:
                answer.renewal == .renewedWithGap ? "旧的一期已经结束，新的一期还没有开始" : "这辆车的交强险还没有开始"
            case .cancelled: "这辆车的交强险已经解除"
            case .lapsed: "这辆车的交强险已到期，没有查到续保"
            case .noMatch: "没有找到号牌和车架号都相符的记录"
            }
        guard answer.tense != .present, answer.outcome != .noMatch else { return sentence }
        return "\(moment(answer.on))\u{FF0C}\(sentence)"
    }

    private static func chineseVerdictInForce(_ renewal: CoverageAnswer.Renewal) -> String {
        switch renewal {
        case .renewed: "这辆车的交强险有效，已经续保"
        case .renewedWithGap: "这辆车的交强险有效，但续保之前有空档"
        case .due: "这辆车的交强险有效，快到期了"
        case .notDue, .overdue, .none: "这辆车的交强险有效"
        }
    }

    static func chineseDateLine(_ answer: CoverageAnswer) -> String {
        switch answer.outcome {
        case .inForce: chineseUntil(answer) + chineseNext(answer)
        case .laidUp:
            if let period = answer.period {
                ChineseText.set("这一期原定到 \(moment(period.end))，复驶后按停驶天数顺延") + chineseNext(answer)
            } else {
                "复驶后按停驶天数顺延"
            }
        case .pending: "目前没有可以显示的保险期间"
        case .notYetInForce:
            if let period = answer.period {
                ChineseText.set("从 \(moment(period.start)) 开始，到 \(moment(period.end))；在这之前没有保障")
            } else {
                "开始之前没有保障"
            }
        case .cancelled: chineseEnded(answer, verb: "解除", without: "这一期没有生效过")
        case .lapsed: chineseEnded(answer, verb: "到期", without: "最近的一期已经结束")
        case .noMatch: "这不等于没有投保"
        }
    }

    private static func chineseUntil(_ answer: CoverageAnswer) -> String {
        guard let period = answer.period else { return "在有效期内" }
        let until = ChineseText.set("有效期到 \(moment(period.end))")
        guard let days = answer.daysLeft else { return until }
        switch (answer.tense, days) {
        case (.present, ...0): return until + "，就是今天"
        case (.present, 1) where period.end.millisecondOfShanghaiDay == 0: return until + "，就是今晚午夜"
        case (.present, _): return until + ChineseText.set("，还有 \(days) 天")
        default: return until + ChineseText.set("，那时还有 \(days) 天")
        }
    }

    private static func chineseNext(_ answer: CoverageAnswer) -> String {
        guard let next = answer.nextPeriod else { return "" }
        switch answer.renewal {
        case .renewed: return ChineseText.set("。已经续保，下一期从 \(moment(next.start)) 开始")
        case .renewedWithGap:
            return ChineseText.set("。下一期从 \(moment(next.start)) 开始，中间 \(answer.gapDays) 天没有保障")
        case .due, .notDue, .overdue, .none: return ""
        }
    }

    private static func chineseEnded(_ answer: CoverageAnswer, verb: String, without: String) -> String {
        guard let period = answer.period else { return without }
        let line = ChineseText.set("已于 \(moment(period.end)) \(verb)")
        switch (answer.tense, answer.gapDays) {
        case (_, ...0): return line
        case (.present, let days): return line + ChineseText.set("，到今天 \(days) 天")
        case (_, let days): return line + ChineseText.set("，到那时 \(days) 天")
        }
    }

    static func chineseReason(_ answer: CoverageAnswer) -> String {
        let insurer = answer.insurer?.name ?? "保险公司"
        let at = answer.tense == .present ? "现在" : "您问的那一刻"
        var start: String { answer.period.map { moment($0.start) } ?? "登记的起保时间" }
        var end: String { answer.period.map { moment($0.end) } ?? "登记的终保时间" }
        var next: String { answer.nextPeriod.map { moment($0.start) } ?? "登记的起保时间" }
        return switch answer.reason {
        case .coverCurrent: ChineseText.set("\(insurer)承保的一期包含\(at)\u{FF1A}\(start) 起，\(end) 止。")
        case .coverCurrentRenewed:
            ChineseText.set("\(insurer)承保的一期包含\(at)，从 \(next) 起的下一期也已登记，中间没有空档。")
        case .coverCurrentRenewedWithGap:
            ChineseText.set("这一期到 \(end) 结束，下一期到 \(next) 才开始，中间 \(answer.gapDays) 天没有交强险。")
        case .coverEndingSoon: ChineseText.set("\(insurer)承保的一期到 \(end) 结束，还没有查到接着的下一期。")
        case .coverResting: "这辆车办了停驶。停驶期间保险责任暂停，车不能上路。"
        case .proposalReceived: "\(insurer)报来了投保申请，还没有报来保险单。投保申请不等于已经有保障。"
        case .recordUnderReview: "\(insurer)报来的一条记录提到这辆车，但其中有内容对不上，正在核对。"
        case .coverStartsLater: ChineseText.set("保险单已经登记，保险期间从 \(start) 开始。")
        case .coverStartsAfterGap:
            ChineseText.set("上一期已经结束，已登记的下一期从 \(start) 开始，两期之间 \(answer.gapDays) 天没有交强险。")
        case .cancelledByGround: "合同在到期之前解除了，之后没有查到新的保险单。"
        case .cancelledForNonDisclosure: "保险公司以投保人没有如实告知为由解除了合同，之后没有查到新的保险单。"
        case .cancelledBeforeStart: "合同在开始之前就解除了，这一期从来没有生效，也没有查到别的保险单。"
        case .periodEnded: ChineseText.set("最近的一期到 \(end) 结束，还没有查到接着的一期。")
        case .periodEndedUnrenewed: ChineseText.set("最近的一期到 \(end) 结束，之后没有查到新的保险单。")
        case .noRecordMatches: "号牌和车架号要同时与登记一致才会给出答案。可能是填写有误，可能是保险公司还没有报来，也可能是号牌换过。"
        }
    }

    static func chineseRemedy(_ answer: CoverageAnswer) -> String {
        if answer.tense == .past { return chinesePastRemedy(answer) }
        let insurer = answer.insurer?.name ?? "保险公司"
        var start: String { answer.period.map { moment($0.start) } ?? "开始之前" }
        var end: String { answer.period.map { moment($0.end) } ?? "到期" }
        var next: String { answer.nextPeriod.map { moment($0.start) } ?? "下一期开始" }
        return switch answer.remedy {
        case .nothingToDo:
            answer.renewal == .renewed
                ? "现在不用做什么，到期后自动接上下一期。" : ChineseText.set("现在不用做什么。请在 \(end) 之前续保。")
        case .renewInTime: ChineseText.set("请在 \(end) 之前续保，任何一家经营交强险的保险公司都可以办。")
        case .closeTheGap: ChineseText.set("从 \(end) 到 \(next) 不要上路。请尽早联系\(insurer)，问清怎样补上这段空档。")
        case .resumeBeforeDriving: "上路之前，请先到\(insurer)办理复驶。"
        case .askInsurerAboutProposal: "请向\(answer.insurer?.name ?? "收下投保申请的保险公司")问清：保险费是否到账，保险单是否已经签发。拿到保险单之前不要上路。"
        case .askInsurerAboutReport: "请联系\(answer.insurer?.name ?? "您投保的保险公司")，请他们核对并重新报送这辆车的记录。已经有保险单的，请随身带好。"
        case .waitForStart:
            answer.period == nil ? "保险期间开始之前不要上路。" : ChineseText.set("\(start) 之前不要上路。")
        case .insureBeforeDriving: "上路之前请先投保交强险，任何一家经营交强险的保险公司都可以办。"
        case .renewBeforeDriving: "续保之前不要上路。已经在别处续保的，请拿着保险单联系那家保险公司，请他们核对上报。"
        case .checkInputOrAskInsurer: "请先核对号牌和车架号；都没有错，再向您投保的保险公司问一问。"
        }
    }

    /// Nothing can be done about yesterday, except to know whom to call.
    private static func chinesePastRemedy(_ answer: CoverageAnswer) -> String {
        let again = "要看现在的情况，请不填日期再查一次。"
        guard answer.outcome == .inForce, let insurer = answer.insurer?.name else { return again }
        return "如果那时发生过事故，请向\(insurer)报案。" + again
    }

    static func chineseFreshness(_ answer: CoverageAnswer) -> String {
        guard let seconds = answer.feedAgeSeconds else {
            return ChineseText.set("依据登记簿 \(MomentText.moment(answer.asOf, in: .chinese, seconds: true)) 的数据")
        }
        let age = MomentText.age(seconds: seconds, in: .chinese)
        if restsOnAbsence(answer) {
            return ChineseText.set("依据所有保险公司报来的数据，最慢的一家报到 \(age)")
        }
        return ChineseText.set("依据\u{2009}\(answer.insurer?.name ?? "保险公司") \(age)的数据")
    }

    private static func moment(_ instant: Instant) -> String { MomentText.moment(instant, in: .chinese) }
}
