import Registry
import Regulation
import Storage

extension CommandFailure {
    /// What an operator reads of a backup that could not be made or read.
    init(_ fault: BackupFault) {
        switch fault {
        case .none(let path): self = .usage("\(path) 里没有备份", next: "先用 xubao backup \(path) 做一份")
        case .missing(let path):
            self = .system("备份缺少文件 \(path)", next: "从备份的副本补回这个文件；补不回时，换一个目录重新备份")
        case .damaged(let path):
            self = .system("备份文件 \(path) 已损坏或被改动", next: "从备份的副本补回这个文件，或用 --to 恢复到更早的时刻")
        case .keysOutdated(let path):
            self = .system(
                "\(path) 里的密钥库比旁边的备份旧：用它恢复，此后删除的个人信息会重新出现", next: "从备份的副本补回与最新备份同时的 keys.sealed")
        case .otherKey(let path):
            self = .usage("主密钥不是做这份备份时用的那一个", next: "当时用的在 \(path)；用 XUBAO_MASTER_KEY 指明它现在在哪里")
        case .otherHistory(let path):
            self = .system("\(path) 里是另一个登记库的备份，或这个登记库被退回过", next: "换一个目录备份；原来的备份不要删除")
        case .inUse(let path): self = .system("另一个进程正在使用备份目录 \(path)", next: "等它结束后再试")
        case .reachesOnlyTo(let moment):
            self = .refused("备份只到 \(moment.text)", next: "不加 --to 恢复最后一次备份，或给出不晚于它的时刻")
        case .beforeBeginning(let moment):
            self = .refused("\(moment.text) 时还没有任何记录", next: "给出更晚的时刻")
        case .targetHoldsRegistry(let path):
            self = .refused(
                "\(path) 里已有东西", next: "用 --data 指定一个新目录；确要取代它时加 --replace，原来的会改名保留")
        case .notWhatWasSigned:
            self = .system("备份里的记录与当时日志签署的不符，没有恢复", next: "保存这份备份作为证据，用另一份备份恢复")
        }
    }

    private static func refused(_ message: String, next: String) -> CommandFailure {
        CommandFailure(code: 1, message: message, next: next)
    }
}
