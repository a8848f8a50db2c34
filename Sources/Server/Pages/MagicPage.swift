import Documents
import Hummingbird
import Registry
import Regulation

/// `GET /sandbox`: the plates one can try, each with what it will show.
enum MagicPage {
    static func response(_ magic: MagicPlates, _ chrome: PageChrome, _ now: Instant) -> Response {
        let plates = magic.plates.map { plate in
            let answer = answer(magic, plate, now)
            return MagicPlate(
                plate: plate.number, vinSuffix: plate.vinSuffix, outcome: answer?.outcome,
                shows: line(plate, answer, chrome.language),
                detail: answer.flatMap { detail($0, chrome.language) })
        }
        return .html(MagicPlatesView.render(MagicPlatesModel(chrome: chrome, plates: plates)))
    }

    private static func answer(_ magic: MagicPlates, _ plate: MagicPlates.Plate, _ now: Instant) -> CoverageAnswer? {
        guard let number = PlateNumber(canonical: plate.number) else { return nil }
        let question = CoverageQuestion(subject: .plate(number, nil), proof: .vinSuffix(plate.vinSuffix))
        switch magic.reply(to: question, at: now) {
        case .answer(let answer), .slow(let answer): return answer
        case .problem, nil: return nil
        }
    }

    /// Where it is in time; for contracts that were cancelled, why.
    private static func detail(_ answer: CoverageAnswer, _ language: Language) -> String? {
        if let flag = answer.flags.first { return AnswerTexts.flag(flag, in: language) }
        return switch answer.outcome {
        case .noMatch: nil
        case .cancelled: AnswerTexts.reason(of: answer, in: language)
        default: AnswerTexts.dateLine(of: answer, in: language)
        }
    }

    private static func line(_ plate: MagicPlates.Plate, _ answer: CoverageAnswer?, _ language: Language) -> String {
        let isChinese = language == .chinese
        let verdict =
            answer.map { AnswerTexts.verdict(of: $0, in: language) }
            ?? (isChinese ? "系统故障" : "A failure")
        switch plate.shows {
        case "fault.slow": return isChinese ? "三秒后才回答：\(verdict)" : "Answers after three seconds: \(verdict)"
        case "fault.overloaded": return isChinese ? "请求太多，请稍后再试" : "Too busy, come back in a moment"
        case "fault.unavailable": return isChinese ? "系统暂停服务" : "Out of service"
        default: return verdict
        }
    }
}
