import Registry

enum LogCheckTexts {
    static let title = Phrase("这条记录在日志里吗", "Is this record in the log?")
    static let empty = Phrase("请把要核对的文字贴进来，现在是空的", "Paste the text to be checked; the field is empty")

    static let holds = Phrase("成立", "Holds")
    static let expired = Phrase("已过时", "Out of time")
    static let refused = Phrase("不成立", "Does not hold")
    static let contradicted = Phrase("与日志不符", "Not what the log says")
    static let unreadable = Phrase("认不出", "Not recognised")

    static let contradictedLine = Phrase(
        "它的签名是真的，可是日志里不是这样写的", "It is genuinely signed, and the log says something else")
    static let contradictedNote = Phrase(
        "这不应该发生：说明日志被改过，或者给不同的人看了不同的日志。请留好这份文字，向监管部门反映，电话 12378。",
        "This must not happen: the log was changed, or different people were shown different logs. Keep this text and "
            + "tell the regulator, telephone 12378.")
    static let notCompared = Phrase(
        "现在读不到日志，只核对了签名，没有与日志比较。请过一会儿再试。",
        "The log cannot be read at the moment, so only the signature was checked. Try again a little later.")
    static let pasteWhole = Phrase(
        "请从头到尾整段复制，第一行到最后一行签名都要有，一个字也不改；还是不行，请向给您这份文字的人再要一份。",
        "Copy the whole of it, from the first line to the signature in the last, and change nothing. If it still "
            + "fails, ask whoever gave it to you for another copy.")

    static func genuine(_ verdict: Phrase) -> Phrase {
        Phrase("真卡 · \(verdict.chinese)", "Genuine · \(verdict.english)")
    }

    static func borneOut(_ size: Int64, isReceipt: Bool) -> Phrase {
        let size = Page.grouped(size)
        return isReceipt
            ? Phrase(
                "我们刚查了现在的日志，共 \(size) 条：这条记录就在它说的位置上。",
                "We have just looked: in the log as it is now, \(size) long, this entry stands where it says.")
            : Phrase(
                "我们刚查了现在的日志，共 \(size) 条：它正是从这份文字所说的日志续写下来的，前面的没有改动。",
                "We have just looked: the log as it is now, \(size) long, continues the one this speaks of, and "
                    + "nothing before was changed.")
    }

    static func notReached(_ size: Int64) -> Phrase {
        let size = Page.grouped(size)
        return Phrase(
            "公布的日志现在共 \(size) 条，还没有到它说的位置。刚报来的记录，过几秒再查；一直这样，请向监管部门反映，电话 12378。",
            "The published log is \(size) long and does not reach so far yet. If the record is new, try again in a few "
                + "seconds; if this lasts, tell the regulator, telephone 12378.")
    }

    static let phrases: [String: Phrase] = [
        "title": title,
        "lead": Phrase(
            "手里的查询结果卡、回执或证明文件是真是假，记录还在不在日志里，贴进来就知道。",
            "Paste an answer card, a receipt or a proof file to learn whether it is genuine and what the log says."),
        "label": Phrase("要核对的文字", "The text to be checked"),
        "hint": Phrase(
            "扫了二维码的，把扫出来的文字整段贴在这里；收到文件的，用记事本打开，全选复制。",
            "If you scanned a code, paste all of the text it gave. If you were sent a file, open it as text and copy "
                + "everything."),
        "submit": Phrase("核对", "Check"),
        "another": Phrase("再核对一份", "Check another"),
        "keepsNothing": Phrase(
            "贴进来的文字只用来核对，不保存，也不出现在网址里。",
            "What you paste is used for this check alone. It is not kept, and never stands in an address."),
        "faultsTitle": Phrase("有一处要改", "Something to put right"),
        "faultWord": Phrase("要改的：", "To put right: "),
        "provenTitle": Phrase("具体说明", "In detail"),
        "logLink": Phrase("日志是什么", "What the log is"),
    ]
}
