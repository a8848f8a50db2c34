import Regulation

extension PremiumRequest {
    init(_ reader: inout FactReader) {
        self.init(
            vehicle: reader.object("vehicle", VehicleFacts.init) ?? VehicleFacts(), region: reader.region("region"),
            appliedAt: reader.moment("appliedAt"), start: reader.moment("start"), end: reader.end("end"),
            shortTerm: reader.word("shortTerm", ShortTermGround.self),
            history: reader.object("history", PremiumHistory.init) ?? PremiumHistory())
    }
}

extension PremiumHistory {
    fileprivate init(_ reader: inout FactReader) {
        self.init(
            isFirstInsurance: reader.flag("firstInsurance") ?? false,
            isSoldFromOtherProvince: reader.flag("soldFromOtherProvince") ?? false,
            isMovedFromOtherProvince: reader.flag("movedFromOtherProvince") ?? false,
            isMovedWithProof: reader.flag("movedWithProof") ?? false,
            policies: reader.list("policies") { reader in
                EarlierPolicy(
                    issuedAt: reader.moment("issuedAt"), start: reader.moment("start"), end: reader.end("end"))
            },
            claims: reader.list("claims", EarlierClaim.init),
            drinkDriving: reader.list("drinkDriving", DrinkDrivingRecord.init).compactMap { $0 },
            violations: reader.list("violations", ViolationRecord.init).compactMap { $0 })
    }
}

extension EarlierClaim {
    fileprivate init(_ reader: inout FactReader) {
        self.init(
            accidentAt: reader.moment("accidentAt"), paidAt: reader.moment("paidAt"),
            isAtFault: reader.flag("atFault") ?? false, isDeath: reader.flag("death") ?? false,
            isWhileStolen: reader.flag("whileStolen") ?? false)
    }
}

extension DrinkDrivingRecord {
    fileprivate init?(_ reader: inout FactReader) {
        let intoxicated = reader.flag("intoxicated") ?? false
        guard let happenedAt = reader.needed("happenedAt", { $0.moment($1) }) else { return nil }
        self.init(happenedAt: happenedAt, isIntoxicated: intoxicated)
    }
}

extension ViolationRecord {
    fileprivate init?(_ reader: inout FactReader) {
        let happenedAt = reader.needed("happenedAt") { $0.moment($1) }
        let kind = reader.needed("kind") { $0.identifier($1) }
        guard let happenedAt, let kind else { return nil }
        self.init(happenedAt: happenedAt, kind: kind)
    }
}
