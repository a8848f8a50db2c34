import Registry
import Storage

/// What a verification says: what was checked and is in order, or the first divergence.
struct VerificationReport: Sendable {
    private let summary: VerificationSummary
    private let isPublicOnly: Bool
    /// The key the log itself gave, which nobody else has confirmed.
    private let unconfirmedKey: String?

    init(_ summary: VerificationSummary, isPublicOnly: Bool = false, unconfirmedKey: String? = nil) {
        self.summary = summary
        self.isPublicOnly = isPublicOnly
        self.unconfirmedKey = unconfirmedKey
    }

    var text: String {
        var lines = [Terminal.bold("核对完毕，没有发现差别")]
        if isPublicOnly {
            lines.append("公开日志：\(summary.published) 条，\(summary.logFiles) 个文件，根哈希与签名相符")
        } else {
            let behind = summary.entries - summary.published
            lines.append("记录：\(summary.entries) 条，内容、受理时间与指纹相符")
            lines.append(
                "公开日志：\(summary.published) 条，\(summary.logFiles) 个文件，根哈希与签名相符"
                    + (behind > 0 ? "；另有 \(behind) 条尚未公布" : ""))
            lines.append(
                "各表：车辆档案 \(summary.vehicles) 份，查询键 \(summary.keys) 个，已收记录 \(summary.reports) 条，"
                    + "待核 \(summary.quarantined) 条，个人密钥 \(summary.personKeys) 个")
            if summary.erased > 0 { lines.append("个人信息已删除的记录：\(summary.erased) 条，其个人信息无从核对") }
        }
        if summary.knownCheckpoints + summary.knownReceipts > 0 {
            lines.append("与您保存的 \(summary.knownCheckpoints) 个检查点、\(summary.knownReceipts) 份回执相符")
        } else {
            lines.append("没有给出另存的检查点或回执：只能查出不一致，查不出用真密钥整个重建的日志（--known FILE）")
        }
        if let unconfirmedKey {
            lines.append("公钥由对方自己给出，请与他处公布的比对，或用 --key FILE 指定：\(unconfirmedKey)")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    var json: [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("ok", true)
            writer.member("entries", isPublicOnly ? nil : summary.entries)
            writer.member("published", summary.published)
            writer.member("logFiles", summary.logFiles)
            writer.member("vehicles", isPublicOnly ? nil : summary.vehicles)
            writer.member("keys", isPublicOnly ? nil : summary.keys)
            writer.member("reports", isPublicOnly ? nil : summary.reports)
            writer.member("quarantined", isPublicOnly ? nil : summary.quarantined)
            writer.member("personKeys", isPublicOnly ? nil : summary.personKeys)
            writer.member("erased", isPublicOnly ? nil : summary.erased)
            writer.member("knownCheckpoints", Int64(summary.knownCheckpoints))
            writer.member("knownReceipts", Int64(summary.knownReceipts))
            writer.member("unconfirmedKey", unconfirmedKey)
        }
        return writer.bytes
    }

    static func text(of divergence: Divergence) -> String {
        "\(Terminal.bold("发现差别：\(divergence.text)"))\n  → \(divergence.meaning)\n"
    }

    static func json(of divergence: Divergence) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("ok", false)
            writer.member("code", divergence.code)
            writer.member("entry", divergence.entry)
            writer.member("text", divergence.text)
            writer.member("meaning", divergence.meaning)
        }
        return writer.bytes
    }
}
