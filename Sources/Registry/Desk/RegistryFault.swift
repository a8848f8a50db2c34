/// What the store says when it cannot do its part. None of these is about bad input.
package enum RegistryFault: Error, Equatable {
    /// The store does not hold what it must, or holds something changed: whoever sees this stops.
    case entryMissing(Int64)
    case fileDamaged(Int64)
    case entryDamaged(Int64)
    /// The disk is full. Nothing was acknowledged; writes go on when there is space again.
    case diskFull
    /// A write may be lost that was believed safe: nothing more is taken until the process is started anew.
    case stopped(reason: String)
    /// Looks cannot be written down, and as many wait as can be held: nothing is answered that would leave no trace.
    case auditFull
    /// More waits to be written than can be promised.
    case overloaded
    /// The record was made ready under a person's key that was given up in the meantime; sent again it gets another.
    case keyErased

    package var problem: Problem {
        switch self {
        case .entryMissing, .fileDamaged, .entryDamaged: .failed
        case .diskFull:
            Problem(
                507, "diskFull", "存储空间已满，暂时不能受理", detail: "这次请求没有完成，此前确认过的都在。请稍后重发，不会重复计入；查询不受影响。",
                retryAfterSeconds: 30)
        case .stopped:
            Problem(
                503, "writesStopped", "系统已停止受理写入", detail: "这次请求没有完成，此前确认过的都在。请稍后重发，不会重复计入；查询不受影响。",
                retryAfterSeconds: 30)
        case .auditFull:
            Problem(
                503, "auditFull", "查询记录暂时写不下来，不能答复", detail: "每次查询都要先留下记录。请稍后再试。", retryAfterSeconds: 30)
        case .overloaded, .keyErased: .overloaded
        }
    }
}
