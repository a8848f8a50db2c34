import Foundation
import Registry
import Regulation
import Storage

/// One thing that was looked at, how it stands, and the next step where it is not well.
struct Diagnosis {
    enum State: String {
        case well, warning, fault

        var mark: String {
            switch self {
            case .well: "✓"
            case .warning: "!"
            case .fault: "✗"
            }
        }
    }

    let check: String
    let state: State
    let text: String
    let next: String?

    private init(_ check: String, _ state: State, _ text: String, next: String? = nil) {
        self.check = check
        self.state = state
        self.text = text
        self.next = next
    }

    /// In the order in which a person should hear of them.
    static func all(_ facts: DirectoryFacts, published: Int64?, at now: Instant, dataPath: String) -> [Diagnosis] {
        [
            schema(facts), permissions(facts, dataPath), key(facts, dataPath), space(facts), writeAhead(facts),
            log(facts, published), scrub(facts), clock(facts, now),
        ] + backups(facts, now, dataPath) + insurers(facts, now) + [erasures(facts), holder(facts)]
    }

    private static func schema(_ facts: DirectoryFacts) -> Diagnosis {
        let steps = facts.pendingMigrations.count
        return steps == 0
            ? Diagnosis("schema", .well, "数据格式是这个版本的")
            : Diagnosis("schema", .fault, "数据格式比这个版本旧，差 \(steps) 步", next: "先 xubao backup（用旧版本），再 xubao migrate")
    }

    private static func permissions(_ facts: DirectoryFacts, _ path: String) -> Diagnosis {
        guard let mode = facts.directoryMode, mode & 0o077 != 0 else {
            return Diagnosis("permissions", .well, "数据目录只有本人能进")
        }
        return Diagnosis("permissions", .warning, "别的用户也能进数据目录", next: "chmod 700 \(path)")
    }

    private static func key(_ facts: DirectoryFacts, _ path: String) -> Diagnosis {
        guard facts.isKeyInDirectory else { return Diagnosis("masterKey", .well, "主密钥不在数据目录里，能打开数据") }
        return Diagnosis(
            "masterKey", .warning, "主密钥在数据目录里：目录丢了，备份也打不开", next: "把 \(path)/master.key 另存一份到别处")
    }

    private static func space(_ facts: DirectoryFacts) -> Diagnosis {
        let free = "磁盘还有 \(bytes(facts.freeBytes))，数据 \(bytes(facts.databaseBytes))"
        if facts.freeBytes < 1 << 30 { return Diagnosis("space", .fault, free, next: "腾出空间，写满后只能查询") }
        let isTight = facts.freeBytes < facts.databaseBytes / 2
        return Diagnosis("space", isTight ? .warning : .well, free, next: isTight ? "尽快扩容" : nil)
    }

    private static func writeAhead(_ facts: DirectoryFacts) -> Diagnosis {
        guard facts.writeAheadBytes > 1 << 30 else { return Diagnosis("writeAhead", .well, "预写日志不大") }
        return Diagnosis(
            "writeAhead", .warning, "预写日志有 \(bytes(facts.writeAheadBytes))：有人长时间开着旧的读视图",
            next: "看看有没有停不下来的 verify 或 backup")
    }

    private static func log(_ facts: DirectoryFacts, _ published: Int64?) -> Diagnosis {
        guard let published else {
            return facts.entries == 0
                ? Diagnosis("log", .well, "还没有记录，日志还没有公布")
                : Diagnosis("log", .fault, "公开日志的检查点读不到", next: "xubao verify 查看原因，再从镜像或备份取回 log 目录")
        }
        if published > facts.entries {
            return Diagnosis(
                "log", .fault, "日志已公布到第 \(published) 条，数据库里只有 \(facts.entries) 条", next: "从较新的备份恢复")
        }
        let waiting = facts.entries - published
        return waiting == 0
            ? Diagnosis("log", .well, "\(published) 条记录全部在公开日志里")
            : Diagnosis("log", facts.isHeld ? .well : .warning, "\(waiting) 条记录还没有公布", next: "启动 xubao serve 即会公布")
    }

    private static func scrub(_ facts: DirectoryFacts) -> Diagnosis {
        struct Kept: Decodable {
            let code: String?
            let text: String?
            let meaning: String?
            let lastRoundEndedAt: String?
        }
        guard let bytes = facts.scrub, let kept = try? JSONDecoder().decode(Kept.self, from: Data(bytes)) else {
            return Diagnosis("scrub", .well, "巡检还没有走完一轮")
        }
        if kept.code != nil { return Diagnosis("scrub", .fault, "巡检发现：\(kept.text ?? "")", next: kept.meaning) }
        return Diagnosis("scrub", .well, "巡检上一轮没有发现差别（\(kept.lastRoundEndedAt ?? "—")）")
    }

    private static func clock(_ facts: DirectoryFacts, _ now: Instant) -> Diagnosis {
        guard let last = facts.lastCommittedAt, last > now.adding(seconds: 1) else {
            return Diagnosis("clock", .well, "时钟不早于最后一条记录")
        }
        return Diagnosis(
            "clock", .fault, "系统时钟早于最后一条记录（\(last.text)）", next: "校准时钟；在那之前新记录沿用最后一条的时间")
    }

    private static func backups(_ facts: DirectoryFacts, _ now: Instant, _ path: String) -> [Diagnosis] {
        guard !facts.backups.isEmpty else {
            return [Diagnosis("backup", .warning, "还没有备份", next: "xubao backup 备份目录 --data \(path)")]
        }
        return facts.backups.map { backup in
            guard let taken = backup.takenAt else {
                return Diagnosis(
                    "backup", .warning, "备份目录 \(backup.path) 读不到或已损坏", next: "重新挂上它，或换一个目录备份")
            }
            guard !backup.owesErasures else {
                return Diagnosis(
                    "backup", .warning, "备份 \(backup.path) 里还有已删除者的密钥", next: "xubao backup \(backup.path)")
            }
            let hours = now.seconds(since: taken) / 3600
            let missing = facts.entries - backup.entries
            let text = "备份 \(backup.path)：\(hours) 小时前，之后新增 \(missing) 条"
            let isOld = hours >= 24 && missing > 0
            return Diagnosis(
                "backup", isOld ? .warning : .well, text, next: isOld ? "xubao backup \(backup.path)" : nil)
        }
    }

    private static func insurers(_ facts: DirectoryFacts, _ now: Instant) -> [Diagnosis] {
        guard !facts.feed.insurers.isEmpty else {
            return [Diagnosis("insurers", .well, "还没有登记保险公司", next: "xubao insurer add PICC --name 人保财险")]
        }
        let all = facts.feed.insurers.sorted { $0.key < $1.key }
        let late = all.filter { facts.feed.age(of: $0.key, at: now).map { $0 > 86_400 } ?? true }.map(\.key.text)
        let waiting = all.reduce(0) { $0 + $1.value.openQuarantine }
        return [
            late.isEmpty
                ? Diagnosis("insurers", .well, "\(all.count) 家保险公司都在一天之内报送过")
                : Diagnosis(
                    "insurers", .warning, "一天以上没有报送：\(late.joined(separator: "、"))", next: "xubao insurer list 查看各家进度"),
            waiting == 0
                ? Diagnosis("quarantine", .well, "没有待核的记录")
                : Diagnosis("quarantine", .warning, "\(waiting) 条记录待核", next: "请保险公司改正后重报；xubao insurer list 看是哪几家"),
        ]
    }

    private static func erasures(_ facts: DirectoryFacts) -> Diagnosis {
        facts.erasuresAwaiting == 0
            ? Diagnosis("erasures", .well, "个人信息的删除都记在日志里")
            : Diagnosis("erasures", .warning, "\(facts.erasuresAwaiting) 人的删除还没有记入日志", next: "启动 xubao serve 即会记入")
    }

    private static func holder(_ facts: DirectoryFacts) -> Diagnosis {
        Diagnosis("server", .well, facts.isHeld ? "有进程正在使用这个目录" : "现在没有进程使用这个目录")
    }

    private static func bytes(_ count: Int64) -> String {
        let units = [(Int64(1) << 40, "TiB"), (1 << 30, "GiB"), (1 << 20, "MiB")]
        for (size, name) in units where count >= size {
            return "\(count / size).\((count % size) * 10 / size) \(name)"
        }
        return "\(count / 1024) KiB"
    }
}
