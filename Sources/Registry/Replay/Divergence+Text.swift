/// What people read of a divergence: what was expected, what is there, what it means, and what to do.
extension Divergence {
    /// Counted as people count, from 1; with its number in the log.
    private static func entry(_ index: Int64) -> String {
        "第 \(grouped(index.addingReportingOverflow(1).partialValue)) 条记录（序位 \(index)）"
    }

    private static func grouped(_ number: Int64) -> String {
        let digits = Array(String(number.magnitude))
        var text = number < 0 ? "-" : ""
        for (position, digit) in digits.enumerated() {
            if position > 0, (digits.count - position) % 3 == 0 { text += "," }
            text.append(digit)
        }
        return text
    }

    /// What was found, in a sentence.
    package var text: String {
        switch self {
        case .entryMissing(let index): "\(Self.entry(index))不见了：数据库中没有它"
        case .entryUnreadable(let index): "\(Self.entry(index))打不开：密文与密钥或所在位置不符"
        case .leafDiffers(let index): "\(Self.entry(index))的内容或受理时间与写入时的指纹不符"
        case .timeFell(let index): "\(Self.entry(index))的受理时间早于它前面的一条"
        case .personalValuesDiffer(let index): "\(Self.entry(index))的个人信息打不开，或与记录中的承诺值不符"
        case .erasureUnfounded(let index): "\(Self.entry(index))的个人信息已打不开，却没有删除它的记录"
        case .erasureUndone(let index): "\(Self.entry(index))的个人信息按记录已经删除，却还在"
        case .checkpointMissing: "没有公开日志的检查点，而数据库中有记录"
        case .checkpointUnreadable: "公开日志的检查点读不懂，或不是本登记库的密钥签发的"
        case .registryBehind(let published, let held):
            "公开日志已有 \(Self.grouped(published)) 条记录，数据库只有 \(Self.grouped(held)) 条"
        case .bundleMissing(let path): "公开日志缺少条目包 \(path)"
        case .bundleUnreadable(let path): "公开日志的条目包 \(path) 读不懂"
        case .bundleDiffers(let index): "\(Self.entry(index))与公开日志条目包中的不同"
        case .tileMissing(let path): "公开日志缺少分片 \(path)"
        case .tileDiffers(let path, let range):
            range.count == 1
                ? "\(Self.entry(range.lowerBound))与公开日志分片 \(path) 中的指纹不同"
                : "公开日志分片 \(path) 与\(Self.entry(range.lowerBound))至第 \(Self.grouped(range.upperBound)) 条不符"
        case .rootDiffers(let size): "前 \(Self.grouped(size)) 条记录算出的根哈希与检查点签署的不同"
        default: otherText
        }
    }

    private var otherText: String {
        switch self {
        case .knownNotSigned(let name): "给出的凭据（\(name)）不是这个日志的密钥签发的，或已被改动"
        case .knownIsLarger(let size, let held):
            "您保存的检查点有 \(Self.grouped(size)) 条记录，现在的日志只有 \(Self.grouped(held)) 条"
        case .knownRootDiffers(let size): "前 \(Self.grouped(size)) 条记录与您保存的检查点不符"
        case .receiptBeyond(let index, let size):
            "您保存的回执是\(Self.entry(index))的，现在的日志只有 \(Self.grouped(size)) 条"
        case .receiptDiffers(let index): "\(Self.entry(index))与您保存的回执不符"
        case .databaseDamaged(let file, let says): "数据库文件\(file.isEmpty ? "" : " \(file) ")的结构已损坏：\(says)"
        case .schemaDiffers(let file): "数据库文件 \(file) 的表结构与本程序的不同"
        case .entryOutsideFile(let index): "\(Self.entry(index))所属的车辆档案与档案中登记的不一致"
        case .foldUnreadable(let file): "第 \(file) 号车辆档案打不开"
        case .foldDiffers(let file): "第 \(file) 号车辆档案与它的记录归并出来的不同"
        case .foldUnfounded(let file): "第 \(file) 号车辆档案没有记录为据"
        case .mergeDiffers(let file): "第 \(file) 号车辆档案的合并与合并表不一致"
        case .keyMissing(let file): "第 \(file) 号车辆档案缺少一个查询键：用车架号、号牌或保单号可能查不到它"
        case .keyUnfounded(let file): "第 \(file) 号车辆档案有一个查询键没有记录为据"
        case .reportMissing(let index): "\(Self.entry(index))不在已收记录表中"
        case .reportDiffers(let index): "\(Self.entry(index))在已收记录表中的保险公司、序号或校验值不符"
        case .quarantineMissing(let index): "\(Self.entry(index))是待核记录，待核表中没有它"
        case .quarantineDiffers(let index): "\(Self.entry(index))在待核表中的内容不符"
        case .insurerDiffers(let code): "保险公司 \(code) 的名称、报送进度或计数与记录算出的不同"
        case .rowDiffers(let table): "表 \(table) 中有一行被改动：校验值不符"
        case .personKeyDiffers(let number): "第 \(number) 号个人密钥打不开，或不是给这个人的"
        default: ""
        }
    }

    /// What it means, and what to do about it.
    package var meaning: String {
        switch self {
        case .entryMissing, .entryUnreadable, .leafDiffers, .timeFell:
            "有人直接改动了数据库，或存储介质出错。停止写入，从备份恢复到这条记录完好的时候。"
        case .personalValuesDiffer, .personKeyDiffers: "数据库或密钥库被改动，或介质出错。其他内容不受影响；从备份恢复这一处。"
        case .checkpointMissing, .bundleMissing, .tileMissing: "公开日志的文件被删除或没有写完。从镜像或备份补回这些文件。"
        case .checkpointUnreadable, .bundleUnreadable, .bundleDiffers, .tileDiffers, .rootDiffers:
            "公开日志的文件被改动，或数据库被改写。保存现场，与镜像和他人保存的检查点比对。"
        case .registryBehind: "数据库被退回到较早的状态，之后的记录已经丢失。从备份恢复。"
        case .knownNotSigned: "请确认它属于这个日志，且没有改动过；若确实是当时收到的，则日志的密钥已被更换。"
        case .knownIsLarger, .knownRootDiffers, .receiptBeyond, .receiptDiffers:
            "日志的历史被改写过：它不再包含当时承认的内容，即使检查点的签名是真的。保存两份证据并通知监管方。"
        case .databaseDamaged, .schemaDiffers: "存储介质出错，或文件被改动。先另存现状，再从备份恢复。"
        case .rowDiffers, .insurerDiffers: "有人直接改动了数据库，或介质出错。从备份恢复这一行；计数可用 xubao rebuild-index 重算。"
        default: "记录本身完好，由它们得出的表被改动或出错。运行 xubao rebuild-index 可从记录重新得出。"
        }
    }
}
