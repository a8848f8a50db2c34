/// Gathers everything that keeps an accident, as it was told, from being settled.
struct CompensationChecks {
    private(set) var findings: [Finding] = []
    private var ids: Set<String> = []

    mutating func required<Value>(_ value: Value?, _ path: String, _ what: Sentence) -> Value? {
        if value == nil { missing(path, what) }
        return value
    }

    mutating func missing(_ path: String, _ what: Sentence) {
        find("missing", path, "请填写\(what.chinese)。", "Please state \(what.english).")
    }

    mutating func tooMany(_ path: String) {
        let most = CompensationRequest.mostOfAKind
        find("tooMany", path, "最多 \(most) 项，请分案处理。", "At most \(most) can be settled at once.")
    }

    mutating func unknownVehicle(_ path: String) {
        find("unknownVehicle", path, "所乘车辆不在事故车辆之中。", "The vehicle is not among those of the accident.")
    }

    /// An id that is there and nobody else's: payments name whom they go to by it.
    mutating func id(_ id: String?, _ path: String) -> String? {
        guard let id, !id.isEmpty else {
            missing("\(path).id", Sentence("编号", "an id"))
            return nil
        }
        if !ids.insert(id).inserted {
            find("duplicateID", "\(path).id", "编号重复；车辆、受害人和财产的编号必须各不相同。", "This id is used twice; all ids must differ.")
        }
        return id
    }

    mutating func loss(_ loss: Amount?, _ path: String, _ what: Sentence) -> Amount? {
        guard let loss = required(loss, path, what) else { return nil }
        if loss < .zero {
            find("negativeAmount", path, "金额不能为负。", "An amount cannot be negative.")
            return nil
        }
        if loss.fen > CompensationRequest.largestLoss {
            find(
                "amountTooLarge", path, "单项金额超过一百亿元，请核对。",
                "More than ten thousand million yuan for one loss: please check.")
            return nil
        }
        return loss
    }

    private mutating func find(_ code: String, _ path: String, _ chinese: String, _ english: String) {
        findings.append(Finding(code: code, message: chinese, english: english, path: path, citation: .liability))
    }
}
