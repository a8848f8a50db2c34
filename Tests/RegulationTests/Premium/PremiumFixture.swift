import Regulation

/// Premiums as short as they can be asked for, and their answers as text.
enum PremiumFixture {
    static let car = VehicleFacts(vehicleClass: .passenger, use: .household, ratedPassengers: 5)

    static func at(_ text: String) -> Instant { Instant.read(text)?.instant ?? .distantPast }

    static func policy(_ issued: String, _ start: String, _ end: String) -> EarlierPolicy {
        EarlierPolicy(issuedAt: at(issued), start: at(start), end: at(end))
    }

    /// A full year from 1 March, issued on 20 February at ten.
    static func year(_ year: Int) -> EarlierPolicy {
        policy("\(year)-02-20 10:00", "\(year)-03-01", "\(year + 1)-03-01")
    }

    static func claim(
        _ accident: String, paid: String? = nil, atFault: Bool = true, death: Bool = false, stolen: Bool = false
    ) -> EarlierClaim {
        EarlierClaim(
            accidentAt: at(accident), paidAt: paid.map(at), isAtFault: atFault, isDeath: death, isWhileStolen: stolen)
    }

    static let first = PremiumHistory(isFirstInsurance: true)

    /// Full years in a row, the last of them from March 2025, and what happened.
    static func history(years: Int, _ claims: [EarlierClaim] = []) -> PremiumHistory {
        PremiumHistory(policies: (0..<years).map { year(2025 - $0) }, claims: claims)
    }

    /// - Parameter end: a year after the start, unless told.
    static func request(
        _ vehicle: VehicleFacts = car, region: String? = "310000", applied: String = "2026-02-20 10:00",
        start: String = "2026-03-01", end: String? = nil, shortTerm: ShortTermGround? = nil,
        _ history: PremiumHistory = first
    ) -> PremiumRequest {
        PremiumRequest(
            vehicle: vehicle, region: region.flatMap(Region.init(code:)), appliedAt: at(applied), start: at(start),
            end: end.map(at) ?? Term.yearEnd(from: at(start)), shortTerm: shortTerm, history: history)
    }

    /// A household car in Shanghai, for a full year.
    static func request(_ history: PremiumHistory) -> PremiumRequest { request(car, history) }

    static func short(_ days: Int, _ ground: ShortTermGround, _ history: PremiumHistory) -> PremiumRequest {
        short(days, ground, car, history)
    }

    /// A short term of so many days from 1 March 2026.
    static func short(
        _ days: Int, _ ground: ShortTermGround, _ vehicle: VehicleFacts = car, region: String? = "310000",
        _ history: PremiumHistory = first
    ) -> PremiumRequest {
        var request = request(vehicle, region: region, shortTerm: ground, history)
        request.end = at("2026-03-01").adding(days: days)
        return request
    }

    static func result(
        _ request: PremiumRequest, by tables: LawTables? = nil
    ) throws -> (PremiumResult<Unrecorded.Nothing>, Remarks) {
        var remarks = Remarks()
        let result = try Premium.premium(of: request, by: tables ?? LawTables.published.get(), &remarks)
        return (result, remarks)
    }

    static func explained(
        _ request: PremiumRequest, by tables: LawTables? = nil
    ) throws -> (PremiumResult<Figure>, Remarks) {
        var remarks = Remarks()
        let result = try Premium.explainedPremium(of: request, by: tables ?? LawTables.published.get(), &remarks)
        return (result, remarks)
    }

    /// `855.00 X1 -10`
    static func answer(_ request: PremiumRequest, by tables: LawTables? = nil) throws -> String {
        let (result, _) = try result(request, by: tables)
        return "\(result.premium.value.yuanText) \(result.floatingFactor.rawValue) \(result.floatingPercent)"
    }

    static func findings(_ request: PremiumRequest, by tables: LawTables? = nil) throws -> [Finding] {
        do {
            _ = try result(request, by: tables)
            return []
        } catch let refusal as Refusal {
            return refusal.findings
        }
    }

    /// `missing vehicle.use`
    static func objections(_ request: PremiumRequest) throws -> [String] {
        try findings(request).map { "\($0.code) \($0.path ?? "")" }
    }

    static func notes(_ request: PremiumRequest) throws -> [String] { try result(request).1.notes.map(\.code) }

    /// An operator's document with one row.
    static func document(_ table: String, _ row: String) -> [UInt8] {
        Array("{\"table\":\"\(table)\",\"rows\":[\(row)]}".utf8)
    }

    static func tables(_ documents: [UInt8]...) throws -> LawTables {
        try documents.reduce(LawTables.published.get()) { try $0.with(operatorRows: $1) }
    }
}
