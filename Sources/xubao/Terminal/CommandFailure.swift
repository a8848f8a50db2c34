import ArgumentParser
import DurableFiles
import Glibc
import Registry
import Storage

/// How a command ends when it does not succeed: a sentence, the next step, and the exit code of the contract.
struct CommandFailure: Error {
    let code: Int32
    let message: String
    var next: String?

    static func usage(_ message: String, next: String? = nil) -> CommandFailure {
        CommandFailure(code: 2, message: message, next: next)
    }

    static func system(_ message: String, next: String? = nil) -> CommandFailure {
        CommandFailure(code: 3, message: message, next: next)
    }

    static func exit(with error: any Error) -> Never {
        if let code = error as? ExitCode { Glibc.exit(code.rawValue) }
        // Programs read stdout: what went wrong stands there as it would in a reply.
        if CommandLine.arguments.contains("--json"), let problem = problem(for: error) {
            Terminal.write(problem.json(requestID: nil) + [0x0A])
        }
        if let failure = failure(for: error) {
            Terminal.complain(failure.message)
            if let next = failure.next { Terminal.complain("  → \(next)") }
            Glibc.exit(failure.code)
        }
        // Help and version are asked for and end well; anything else the parser refuses is wrong usage.
        let message = Xubao.fullMessage(for: error)
        if Xubao.exitCode(for: error) == .success {
            print(message)
            Glibc.exit(0)
        }
        Terminal.complain(message)
        Glibc.exit(2)
    }

    private static func failure(for error: any Error) -> CommandFailure? {
        switch error {
        case let failure as CommandFailure: failure
        case let problem as Problem: CommandFailure(problem)
        case let fault as FileFault: usage(fault.message)
        case let fault as StorageFault: CommandFailure(fault)
        case let fault as LogFault: CommandFailure(fault)
        case let fault as BackupFault: CommandFailure(fault)
        case DurableFileFault.failed(let path, let reason): unreadable(path, reason)
        case DurableFileFault.full(let path): system("磁盘已满：\(path)", next: "腾出空间后再试")
        case let fault as RegistryFault: CommandFailure(fault.problem, code: 3)
        default: isFromParser(error) ? nil : system("\(error)")
        }
    }

    private static func problem(for error: any Error) -> Problem? {
        switch error {
        case let problem as Problem: return problem
        case let fault as RegistryFault: return fault.problem
        case let fault as FileFault: return Problem(422, fault.code, "文件无法读取", detail: fault.message)
        default:
            guard let failure = failure(for: error) else { return nil }
            let isUsage = failure.code == 2
            return Problem(isUsage ? 400 : 500, isUsage ? "usage" : "failed", failure.message, detail: failure.next)
        }
    }

    private static func isFromParser(_ error: any Error) -> Bool {
        error is ValidationError || error is CleanExit || "\(type(of: error))".contains("CommandError")
    }

    private init(_ fault: StorageFault) {
        switch fault {
        case .directoryInUse(let holder):
            self = .system("数据目录正被 \(holder) 使用", next: "先停止它，或用 --data 指定另一个目录")
        case .unreadable(let path, let reason):
            self = .unreadable(path, reason)
        case .wrongKey: self = .system("主密钥与这份数据不符", next: "换回写入这份数据时用的 master.key")
        case .damaged(let table, let row): self = .system("存储的数据已损坏：\(table) \(row)", next: "停止写入，从备份恢复")
        }
    }

    private static func unreadable(_ path: String, _ reason: String) -> CommandFailure {
        .system("\(path)：\(reason)", next: "检查路径和权限；还没有数据时，先运行 xubao serve 或 xubao insurer add")
    }

    private init(_ fault: LogFault) {
        switch fault {
        case .registryBehind(let published, let committed):
            self = .system(
                "日志已公布到第 \(published) 条，数据库里只有 \(committed) 条：数据库被换成了较早的一份",
                next: "从较新的备份恢复；不要删除 log 目录，它是已经公布的证据")
        case .entryDiffers(let index):
            self = .system(
                "第 \(index) 条记录与已公布的日志不符：数据库被改动过或换过", next: "运行 xubao verify 查看差异，再从备份恢复")
        case .timeFell(let index):
            self = .system("第 \(index) 条记录的时间早于前一条", next: "运行 xubao verify 查看差异，再从备份恢复")
        case .checkpointUnreadable, .tilesDamaged:
            self = .system("log 目录里的检查点或瓦片已损坏，或者不属于这份数据", next: "从镜像或备份取回 log 目录，再启动")
        case .forked: self = .system("另一个进程同时在写这份日志", next: "确认只有一个 xubao 使用这个数据目录，再启动")
        case .notPublished: self = .system("日志还没有公布第一个检查点", next: "稍后再试")
        }
    }

    init(_ problem: Problem, code: Int32? = nil) {
        let items = problem.errors.map { "  \(Self.argument(of: $0.path))：\($0.message)" }
        let text = ([problem.title] + items).joined(separator: "\n")
        let isInput = problem.status == 400 || problem.status == 422
        self.init(code: code ?? (problem.status >= 500 ? 3 : isInput ? 2 : 1), message: text, next: problem.detail)
    }

    /// A member of a question as the command line calls it; other paths as they are.
    private static func argument(of path: String) -> String {
        switch path {
        case "plate", "plate.number": "号牌"
        case "plate.category": "--category"
        case "vinSuffix": "--vin-suffix"
        case "vin": "--vin"
        case "on": "--on"
        case "knownAt": "--known-at"
        case "open": "--open"
        case "insurer": "--insurer"
        case "policyNumber": "保单号"
        default: path
        }
    }

    init(code: Int32, message: String, next: String? = nil) {
        self.code = code
        self.message = message
        self.next = next
    }
}
