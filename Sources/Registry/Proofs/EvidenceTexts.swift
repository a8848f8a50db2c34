import Regulation
import TransparencyLog

/// What came of checking a proof file, a card or a receipt, in words: exactly what is proven, and what is not.
package enum EvidenceTexts {
    package static func lines(_ judgement: Evidence.Judgement, in language: Language) -> [String] {
        switch language {
        case .chinese: chinese(judgement)
        case .english: english(judgement)
        }
    }

    private static func chinese(_ judgement: Evidence.Judgement) -> [String] {
        switch judgement {
        case .unreadable: ["这不是续保的证明文件、查询结果卡或回执"]
        case .keyWanted(let kind): ["检查\(name(of: kind))需要登记簿公布的公钥", "用 --key 指定存有公钥的文件；公钥公布在 /v1/log/key。"]
        case .refused(let kind, let fault): ["这份\(name(of: kind))什么也没有证明", chinese(fault)]
        case .proven(let proven): chinese(proven)
        case .stated(let card, let key, let isExpired): chinese(card, key, isExpired: isExpired)
        case .received(let receipt, let key):
            [
                "回执成立：登记簿承认收到了这条记录",
                ChineseText.set("条目 \(receipt.entry.text)，在日志里的序位是 \(receipt.entry.index)"),
                "入库时间：\(moment(receipt.committedAt))", "叶子哈希：\(receipt.leafHash.hex)", signer(key),
                "回执是登记簿的承诺；这条记录是否真的在日志里，用证明文件检查。",
            ]
        }
    }

    private static func chinese(_ proven: ProvenEntries) -> [String] {
        var lines = [
            ChineseText.set("证明成立：日志里有下面 \(proven.entries.count) 个条目"),
            ChineseText.set(
                "日志 \(proven.checkpoint.origin)，共 \(proven.checkpoint.size) 条时的根哈希 \(proven.checkpoint.root.hex)"),
            signer(proven.key),
        ]
        if proven.isKeyFromFile { lines.append("这个公钥是文件自己带的：请与登记簿公布的公钥（/v1/log/key）逐字核对，一致才算数。") }
        for cosignature in proven.cosignatures {
            let time = Instant(milliseconds: cosignature.time.multipliedReportingOverflow(by: 1000).partialValue)
            lines.append("见证方 \(cosignature.witness) 见过这个检查点\(time.map { "：" + moment($0) } ?? "")")
        }
        for entry in proven.entries { lines += [""] + chinese(entry) }
        return lines + ["", "证明的是这些条目这样写进了日志，至今没有改动；不证明此外没有别的条目，也不证明报送的内容属实。"]
    }

    private static func chinese(_ entry: OpenedEntry) -> [String] {
        var lines = [ChineseText.set("序位 \(entry.index)，\(moment(entry.committedAt)) 入库")]
        var hidden = 0
        for part in entry.parts {
            switch part {
            case .hidden: hidden += 1
            case .open(let number, _, let value):
                let name = PartName(number: number)
                lines.append("  \(name.text(in: .chinese))：\(name.reading(of: value, in: .chinese))")
            case .erased(let number, _, let entry):
                lines.append("  \(PartName(number: number).text(in: .chinese))：已删除（见条目 \(entry.text)）")
            }
        }
        return hidden == 0 ? lines : lines + ["  " + ChineseText.set("另有 \(hidden) 栏没有公开")]
    }

    private static func chinese(_ card: AnswerCard, _ key: NoteVerifier, isExpired: Bool) -> [String] {
        let vehicle = card.plate.map { "号牌 \($0)" } ?? "一辆按车架号查询的车"
        var lines = [
            isExpired ? "查询结果卡是真的，但已经过了有效时间" : "查询结果卡成立：登记簿在有效时间内对这句话负责",
            ChineseText.set("\(moment(card.asOf)) 的答复：\(vehicle)，在 \(moment(card.on))，\(chinese(card.outcome))"),
        ]
        if let renewal = chinese(card.renewal) { lines.append(renewal) }
        if let end = card.end { lines.append("保险期间的终止：\(MomentText.moment(end, in: .chinese))") }
        lines.append("这张卡有效到：\(moment(card.validUntil))")
        if let entry = card.entry { lines.append("所依据的条目：\(entry.text)") }
        lines += [
            ChineseText.set("当时公布的日志：共 \(card.treeSize) 条，根哈希 \(card.root.hex)"), signer(key),
            "卡上只有号牌的头两位和末两位，请与车上的号牌核对；记录是否在日志里，用证明文件检查。",
        ]
        return lines
    }

    private static func chinese(_ fault: EvidenceFault) -> String {
        switch fault {
        case .malformed: "内容不完整或被改动过。"
        case .unsigned: "没有用这个公钥对应的密钥签名。"
        case .wrongSignature: "签名是错的：内容被改动过，或签名是伪造的。"
        case .otherLog: "它属于另一个登记簿，与这个公钥无关。"
        case .notACheckpoint: "其中签名的不是日志的检查点。"
        case .indexBeyondTree(let index): ChineseText.set("日志当时还没有序位 \(index)。")
        case .erasureUnproven(let index):
            ChineseText.set("序位 \(index) 的条目称有一栏已删除，却没有一同证明删除它的条目。")
        case .notInTree(let index): ChineseText.set("日志的序位 \(index) 上不是这个条目。")
        }
    }

    static func name(of kind: Evidence.Kind) -> String {
        switch kind {
        case .proof: "证明文件"
        case .card: "查询结果卡"
        case .receipt: "回执"
        }
    }

    private static func chinese(_ outcome: CoverageAnswer.Outcome) -> String {
        switch outcome {
        case .inForce: "交强险有效"
        case .laidUp: "停驶中，保险责任暂停"
        case .pending: "正在办理或核对，还没有保障"
        case .notYetInForce: "交强险还没有开始"
        case .cancelled: "交强险已经解除"
        case .lapsed: "交强险已到期，没有查到续保"
        case .noMatch: "没有查到记录"
        }
    }

    private static func chinese(_ renewal: CoverageAnswer.Renewal) -> String? {
        switch renewal {
        case .renewed: "已经续保"
        case .renewedWithGap: "已经续保，但中间有空档"
        case .due: "快到期了，没有查到续保"
        case .overdue, .notDue, .none: nil
        }
    }

    private static func signer(_ key: NoteVerifier) -> String { "签名用的公钥：\(key.encoded)" }

    private static func moment(_ instant: Instant) -> String {
        MomentText.moment(instant, in: .chinese, seconds: true)
    }
}
