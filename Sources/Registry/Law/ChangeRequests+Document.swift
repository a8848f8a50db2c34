import Regulation

extension RefundRequest {
    init(_ reader: inout FactReader) {
        self.init(
            premium: reader.amount("premium"), start: reader.moment("start"), end: reader.end("end"),
            cancelledAt: reader.moment("cancelledAt"), ground: reader.word("ground", CancellationGround.self),
            otherStart: reader.moment("otherStart"))
    }
}

extension EndorsementRequest {
    init(_ reader: inout FactReader) {
        self.init(
            kind: reader.word("kind", EndorsementKind.self), matter: reader.word("matter", EndorsementMatter.self),
            oldPremium: reader.amount("oldPremium"), newPremium: reader.amount("newPremium"),
            start: reader.moment("start"), end: reader.end("end"), effectiveAt: reader.moment("effectiveAt"))
    }
}

extension LayUpRequest {
    init(_ reader: inout FactReader) {
        self.init(
            use: reader.word("use", VehicleUse.self), start: reader.moment("start"), end: reader.end("end"),
            from: reader.moment("from"), to: reader.moment("to"), previousLayUps: reader.whole("previousLayUps"),
            requestedAt: reader.moment("requestedAt"))
    }
}
