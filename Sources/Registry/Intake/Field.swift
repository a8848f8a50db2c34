/// The columns of a record, in the order they are documented, with both spellings of the header.
///
/// The raw value is written into canonical entry bytes and can never be reused or renumbered; new fields go to the end.
package enum Field: UInt8, CaseIterable, Sendable, Comparable {
    case event = 1
    case insurer, sequence, policyNumber, plate, plateCategory, vin, engineNumber, vehicleClass
    case use, brandModel, ratedPassengers, ratedLoadKg, curbMassKg, displacementML, powerKW, energy
    case registeredOn, policyholderName, policyholderDocument, insuredName, insuredDocument, phone
    case region, start, end, appliedAt, paidAt, issuedAt, premium, vehicleTax, previousPolicyNumber
    case effectiveAt, ground, layUpUntil, newPlate, newPlateCategory, corrects

    /// Header names: English (also the NDJSON member name) and Chinese.
    package var names: (english: String, chinese: String) {
        switch self {
        case .event: ("event", "业务类型")
        case .insurer: ("insurer", "保险公司代码")
        case .sequence: ("sequence", "序号")
        case .policyNumber: ("policyNumber", "保单号")
        case .plate: ("plate", "号牌号码")
        case .plateCategory: ("plateCategory", "号牌种类")
        case .vin: ("vin", "车架号")
        case .engineNumber: ("engineNumber", "发动机号")
        case .vehicleClass: ("vehicleClass", "机动车种类")
        case .use: ("use", "使用性质")
        case .brandModel: ("brandModel", "厂牌型号")
        case .ratedPassengers: ("ratedPassengers", "核定载客")
        case .ratedLoadKg: ("ratedLoadKg", "核定载质量")
        case .curbMassKg: ("curbMassKg", "整备质量")
        case .displacementML: ("displacementML", "排量")
        case .powerKW: ("powerKW", "功率")
        case .energy: ("energy", "能源种类")
        case .registeredOn: ("registeredOn", "登记日期")
        case .policyholderName: ("policyholderName", "投保人")
        case .policyholderDocument: ("policyholderDocument", "投保人证件号")
        case .insuredName: ("insuredName", "被保险人")
        case .insuredDocument: ("insuredDocument", "被保险人证件号")
        case .phone: ("phone", "联系电话")
        case .region: ("region", "投保地区")
        case .start: ("start", "起保时间")
        case .end: ("end", "终保时间")
        case .appliedAt: ("appliedAt", "投保时间")
        case .paidAt: ("paidAt", "收费确认时间")
        case .issuedAt: ("issuedAt", "签单时间")
        case .premium: ("premium", "保险费")
        case .vehicleTax: ("vehicleTax", "车船税")
        case .previousPolicyNumber: ("previousPolicyNumber", "上年保单号")
        case .effectiveAt: ("effectiveAt", "生效时间")
        case .ground: ("ground", "解除原因")
        case .layUpUntil: ("layUpUntil", "停驶截止")
        case .newPlate: ("newPlate", "新号牌号码")
        case .newPlateCategory: ("newPlateCategory", "新号牌种类")
        case .corrects: ("corrects", "更正对象")
        }
    }

    /// How the field's value is protected where it is stored (design point 5).
    package enum Protection: Sendable {
        /// About the contract; sealed with the entry, nothing more.
        case contract
        /// Identifies the vehicle: found by keyed hash, stored only sealed.
        case vehicle
        /// Identifies a person: sealed under a key of that person's own, so that it can be forgotten.
        case person
    }

    package var protection: Protection {
        switch self {
        case .plate, .vin, .engineNumber, .newPlate: .vehicle
        case .policyholderName, .policyholderDocument, .insuredName, .insuredDocument, .phone: .person
        default: .contract
        }
    }

    package static func < (left: Field, right: Field) -> Bool { left.rawValue < right.rawValue }
}
