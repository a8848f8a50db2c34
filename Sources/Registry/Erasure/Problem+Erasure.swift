import Regulation

extension Problem {
    static let nothingPersonal = Problem(
        409, "nothingPersonal", "这份保单没有个人信息可以删除", detail: "报送时没有投保人和被保险人的信息。")

    static let partyWanted = Problem(
        422, "partyWanted", "投保人和被保险人是两个人", detail: "请用 --party policyholder 或 --party insured 指明删除谁的。")

    static func alreadyErased(by entry: EntryID) -> Problem {
        Problem(409, "alreadyErased", "已经删除过了，记录在 \(entry.text)", detail: "同一个人以后若再有新的报送，新的信息要另行删除。")
    }

    static func mustBeKept(until day: CivilDate) -> Problem {
        Problem(
            409, "mustBeKept", "法定保管期限未满，\(day.text) 起才可以删除",
            detail: "保险法第87条：保险期间在一年以下的，自合同终止之日起保管不少于五年，超过一年的不少于十年。在此之前只存储、不作他用（个人信息保护法第47条）。")
    }

    static let erasureOvertaken = Problem(
        503, "erasureOvertaken", "这期间又有新的报送，没有删除", detail: "请再试一次。", retryAfterSeconds: 1)
}
