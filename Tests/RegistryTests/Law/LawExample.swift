import Testing

@testable import Registry

/// A document for each rule and for its turns; what the rules make of them stands in `Snapshots`.
struct LawExample: Sendable, CustomTestStringConvertible {
    let name: String
    let rule: LawRule
    let document: String

    var testDescription: String { name }

    init(_ name: String, _ rule: LawRule, _ document: String) {
        self.name = name
        self.rule = rule
        self.document = document
    }

    static let all = [
        LawExample(
            "premium", .premium,
            """
            {"vehicle":{"class":"passenger","use":"household","ratedPassengers":5},"region":"110000",
             "appliedAt":"2026-02-20T10:00:00+08:00","start":"2026-03-01T00:00:00+08:00",
             "end":"2027-03-01T00:00:00+08:00","explain":true,
             "history":{"policies":[
               {"issuedAt":"2024-02-20T10:00:00+08:00","start":"2024-03-01T00:00:00+08:00",
                "end":"2025-03-01T00:00:00+08:00"},
               {"issuedAt":"2025-02-20T10:00:00+08:00","start":"2025-03-01T00:00:00+08:00",
                "end":"2026-03-01T00:00:00+08:00"}],
              "claims":[{"accidentAt":"2025-06-01T08:00:00+08:00","paidAt":"2025-06-20T00:00:00+08:00",
                "atFault":true}]}}
            """),
        LawExample(
            "premium-short-term", .premium,
            """
            {"vehicle":{"class":"truck","use":"commercial","ratedLoadKg":1990},"region":"440300",
             "appliedAt":"2026-06-01T10:00:00+08:00","start":"2026-06-02T00:00:00+08:00",
             "end":"2026-06-08T00:00:00+08:00","shortTerm":"temporaryRoadUse","explain":true,"colour":"red"}
            """),
        LawExample(
            "premium-refused", .premium,
            """
            {"vehicle":{"class":"lorry","ratedPassengers":"5"},"region":"000000","start":20260301,
             "end":"2027-03-01","history":{"claims":[7,{"atFault":"yes"}]}}
            """),
        LawExample(
            "refund", .refund,
            """
            {"premium":"950.00","start":"2026-03-01T00:00:00+08:00","end":"2027-03-01T00:00:00+08:00",
             "cancelledAt":"2026-06-09T15:00:00+08:00","ground":"deregistered","explain":true}
            """),
        LawExample(
            "endorsement", .endorsement,
            """
            {"kind":"dailyRate","oldPremium":"950.00","newPremium":"1850.00","start":"2026-03-01T00:00:00+08:00",
             "end":"2027-03-01T00:00:00+08:00","effectiveAt":"2026-09-01T00:00:00+08:00","explain":true}
            """),
        LawExample(
            "lay-up", .layUp,
            """
            {"use":"highwayCoach","start":"2026-03-01T00:00:00+08:00","end":"2027-03-01T00:00:00+08:00",
             "from":"2026-07-01T00:00:00+08:00","to":"2026-09-01T00:00:00+08:00","previousLayUps":0,
             "requestedAt":"2026-06-20T00:00:00+08:00","explain":true}
            """),
        LawExample(
            "vehicle-tax", .vehicleTax,
            """
            {"region":"330200","vehicle":{"class":"passenger","use":"household","ratedPassengers":5,
             "displacementML":1598},"year":2026,"lastPaidYear":2024,"dueOn":"2026-03-01","paidOn":"2026-03-11",
             "explain":true}
            """),
        LawExample(
            "compensation", .compensation,
            """
            {"accidentAt":"2026-05-01T08:30:00+08:00","explain":true,"rescueCost":"30000.00","allAgreed":false,
             "vehicles":[{"id":"A","atFault":true,"insured":true,"damage":"5000.00","cause":"drunk"},
               {"id":"B","atFault":false,"insured":true,"damage":"3000.00"}],
             "victims":[{"id":"walker","medical":"30000.00","deathDisability":"200000.00"}],
             "outsideProperty":[{"id":"wall","loss":"1200.00"}]}
            """),
        LawExample(
            "compensation-plain", .compensation,
            """
            {"accidentAt":"2026-05-01T08:30:00+08:00","allAgreed":true,
             "vehicles":[{"id":"A","atFault":true,"insured":true,"damage":"1500.00"},
               {"id":"B","atFault":true,"insured":true,"damage":"1200.00"}]}
            """),
        LawExample(
            "identifier", .identifier,
            #"{"plate":"京a·12345","plateCategory":"02","vin":"LSVAM4187C2123456","origin":"query"}"#),
        LawExample("identifier-refused", .identifier, #"{"plate":"京A1234I","vin":"LSVAM4187C212345O"}"#),
        LawExample("amount-in-words", .amountInWords, #"{"amount":"950.50","explain":true}"#),
        LawExample("unreadable", .premium, #"{"vehicle":{"class":"truck",}"#),
    ]

    var bytes: [UInt8] { Array(document.utf8) }
}
