import Regulation

/// A coverage question as it was asked, before it is checked: texts by member.
package struct CoverageQuery: Equatable, Sendable {
    package var plate: String?
    package var category: String?
    package var vinSuffix: String?
    package var vin: String?
    package var policyNumberSuffix: String?
    package var on: String?
    package var knownAt: String?
    /// Why an official asks; goes into the audit.
    package var purpose: String?
    /// Members of a wrong type.
    package var misshapen: [String] = []

    package init() {}

    /// Who asks decides which proof must be shown.
    package enum Asker: Equatable, Sendable {
        case anyone, official, insurer(InsurerCode)
    }

    /// The question, or everything that is wrong with it.
    package func question(from asker: Asker) throws(Problem) -> CoverageQuestion {
        var faults = misshapen.map { Problem.Item(path: $0, code: "wrongType", message: Self.shape(of: $0)) }
        let category = readCategory(&faults)
        let plate = readPlate(category, &faults)
        let vin = readVIN(&faults)
        let moment = readMoment(on, "on", &faults)
        let known = readMoment(knownAt, "knownAt", &faults)
        let proof = readProof(asker, hasPlate: plate != nil, vin: vin, &faults)
        if self.plate == nil, self.vin == nil, misshapen.isEmpty {
            faults.append(Problem.Item(path: "plate", code: "missing", message: "请填写号牌号码，或完整的车架号"))
        }
        let subject: CoverageQuestion.Subject? = plate.map { .plate($0, category) } ?? vin.map { .vin($0) }
        guard faults.isEmpty, let subject, let proof else { throw Problem.invalid(faults) }
        return CoverageQuestion(subject: subject, proof: proof, on: moment, knownAt: known)
    }

    /// How a member is written.
    private static func shape(of path: String) -> String {
        switch path {
        case "plate": #"应是一个对象，写作 {"number": "京A12345"}；知道号牌种类时写作 {"number": "京A12345", "category": "02"}"#
        case "plate.number": #"应是一段文字，写作 "number": "京A12345""#
        case "plate.category": #"应是一段文字，写作 "category": "02""#
        case "vinSuffix": #"应是一段文字，数字也要加引号，写作 "vinSuffix": "123456""#
        case "policyNumberSuffix": #"应是一段文字，数字也要加引号，写作 "policyNumberSuffix": "123456""#
        default: "应是一段文字，两边加引号"
        }
    }

    private func readCategory(_ faults: inout [Problem.Item]) -> PlateCategory? {
        guard let category, !category.isEmpty else { return nil }
        let reading = PlateCategory.read(category)
        faults += reading.faults.map { Problem.Item(path: "plate.category", code: $0.code, message: $0.message) }
        return reading.value
    }

    private func readPlate(_ category: PlateCategory?, _ faults: inout [Problem.Item]) -> PlateNumber? {
        guard let plate else { return nil }
        let reading = PlateNumber.read(plate, category: category)
        faults += reading.faults.map { Problem.Item(path: "plate.number", code: $0.code, message: $0.message) }
        return reading.value
    }

    private func readVIN(_ faults: inout [Problem.Item]) -> VIN? {
        guard let vin else { return nil }
        let reading = VIN.readLenient(vin)
        faults += reading.faults.map { Problem.Item(path: "vin", code: $0.code, message: $0.message) }
        return reading.value
    }

    private func readMoment(_ text: String?, _ path: String, _ faults: inout [Problem.Item]) -> Instant? {
        guard let text, !text.isEmpty else { return nil }
        guard let reading = Instant.read(text) else {
            faults.append(
                Problem.Item(
                    path: path, code: "timeUnreadable", message: "时间应写作 2026-12-01T00:00:00+08:00 或 2026-12-01 00:00"))
            return nil
        }
        return reading.instant
    }

    private func readProof(_ asker: Asker, hasPlate: Bool, vin: VIN?, _ faults: inout [Problem.Item])
        -> CoverageQuestion.Proof?
    {
        switch asker {
        case .official: return .official
        case .insurer(let code) where vinSuffix == nil && policyNumberSuffix == nil: return .insurer(code)
        case .anyone, .insurer: break
        }
        if plate != nil {
            if let vin { return .vin(vin) }
            guard let suffix = vinSuffix else {
                miss("vinSuffix", "请填写车架号后六位", &faults)
                return nil
            }
            return readSuffix(suffix, "vinSuffix", "车架号后六位", &faults).map { .vinSuffix($0) }
        }
        guard vin != nil || self.vin != nil else { return nil }
        guard let suffix = policyNumberSuffix else {
            miss("policyNumberSuffix", "请填写保单号后六位", &faults)
            return nil
        }
        return readSuffix(suffix, "policyNumberSuffix", "保单号后六位", &faults).map { .policyNumberSuffix($0) }
    }

    /// A member that is there in a wrong shape is not missing as well.
    private func miss(_ path: String, _ message: String, _ faults: inout [Problem.Item]) {
        guard !misshapen.contains(where: { $0 == path || $0 == "plate" || $0 == "vin" }) else { return }
        faults.append(Problem.Item(path: path, code: "missing", message: message))
    }

    /// Six letters or digits; full-width and lower-case ones are read as what they stand for.
    private func readSuffix(_ text: String, _ path: String, _ name: String, _ faults: inout [Problem.Item]) -> String? {
        var result: [UInt8] = []
        for scalar in text.unicodeScalars.prefix(64) {
            let value = (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
            switch value {
            case 0x20, 0x3000, 0x09: continue
            case 0x61...0x7A: result.append(UInt8(value - 0x20))
            case 0x30...0x39, 0x41...0x5A: result.append(UInt8(value))
            default:
                faults.append(Problem.Item(path: path, code: "suffixCharacter", message: "\(name)只有字母和数字"))
                return nil
            }
        }
        guard result.count == 6 else {
            faults.append(
                Problem.Item(path: path, code: "suffixLength", message: "\(name)应是 6 个字符，您填了 \(result.count) 个"))
            return nil
        }
        return String(decoding: result, as: UTF8.self)
    }
}
