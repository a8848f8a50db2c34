import Regulation

/// What is wrong with a document before a rule has looked at it. None of the sentences holds what was read.
extension Finding {
    static let notAnObject = Finding(
        code: "notAnObject", message: "请求应是一个 JSON 对象 {…}。", english: "The document must be a JSON object {…}.")

    static func wrongType(_ expected: Sentence, at path: String) -> Finding {
        Finding(
            code: "wrongType", message: "应是\(expected.chinese)，请改正。", english: "It must be \(expected.english).",
            path: path)
    }

    static func unreadable(_ code: String, _ expected: Sentence, at path: String) -> Finding {
        Finding(
            code: code, message: "读不懂，应写作\(expected.chinese)。",
            english: "It cannot be read: write \(expected.english).",
            path: path)
    }

    static func unknownValue(_ known: [String], at path: String) -> Finding {
        let list = known.joined(separator: ", ")
        return Finding(
            code: "unknownValue", message: "不是可选的值，请填下列之一：\(list)。", english: "It must be one of: \(list).",
            path: path)
    }

    static func textTooLong(_ most: Int, at path: String) -> Finding {
        Finding(
            code: "textTooLong", message: "超过 \(most) 个字节，请改短。",
            english: "It is longer than \(most) bytes: shorten it.",
            path: path)
    }

    static func missingMember(at path: String) -> Finding {
        Finding(code: "missing", message: "没有填写，请补上。", english: "It is missing: add it.", path: path)
    }

    static func numberTooLarge(at path: String) -> Finding {
        Finding(code: "outOfRange", message: "数值过大，请核对。", english: "The number is too large: check it.", path: path)
    }

    static func tooManyElements(_ most: Int, at path: String) -> Finding {
        Finding(
            code: "tooMany", message: "最多 \(most) 项，请核对。", english: "At most \(most) are taken: check the list.",
            path: path)
    }

    static func regionUnknown(at path: String) -> Finding {
        Finding(
            code: "regionUnknown", message: "没有这个地区，请填六位行政区划代码，如 110000。",
            english: "There is no such region: write its code of six digits, such as 110000.", path: path,
            citation: Citation(.regions, "代码表"))
    }

    static func derivationTooLong(_ most: Int) -> Finding {
        Finding(
            code: "derivationTooLong", message: "推导超过 \(most) 步，没有列出；减少车辆或受害人后可以再问。",
            english:
                "The derivation has more than \(most) steps and is left out: ask again with fewer vehicles or victims.")
    }

    static func unknownMember(at path: String) -> Finding {
        Finding(
            code: "unknownMember", message: "没有这一项，未予采用；请核对名称。",
            english: "There is no such member; it was not used. Check its name.", path: path)
    }

    /// The document as a whole is none.
    init(_ fault: JSONFault) {
        let place = Sentence("从第 \(fault.offset + 1) 个字节起", "from byte \(fault.offset + 1) on")
        let text =
            switch fault.kind {
            case .empty: Sentence("没有内容，应是一个 JSON 对象。", "There is nothing; write one JSON object.")
            case .tooLong:
                Sentence(
                    "文档超过 \(JSONReader.longest / 1024) KiB，请分开提交。",
                    "The document is longer than \(JSONReader.longest / 1024) KiB: divide it.")
            case .tooDeep:
                Sentence(
                    "对象和列表的嵌套超过 \(JSONReader.deepest) 层。",
                    "Objects and lists are nested more than \(JSONReader.deepest) deep.")
            case .syntax:
                Sentence(
                    "\(place.chinese)不是正确的 JSON，请检查引号、逗号和括号。",
                    "It is no JSON \(place.english): check quotation marks, commas and brackets.")
            case .encoding: Sentence("\(place.chinese)不是 UTF-8 编码。", "It is not encoded in UTF-8 \(place.english).")
            case .escape:
                Sentence("\(place.chinese)有不成对的 \\u 转义，请改正。", "There is half a pair of \\u escapes \(place.english).")
            case .memberRepeated:
                Sentence("\(place.chinese)同一个成员出现了两次，请只保留一个。", "A member comes twice \(place.english): keep one.")
            }
        self.init(code: fault.code, message: text.chinese, english: text.english)
    }
}
