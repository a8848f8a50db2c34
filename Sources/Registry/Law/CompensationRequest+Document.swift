import Regulation

extension CompensationRequest {
    init(_ reader: inout FactReader) {
        self.init(
            accidentAt: reader.moment("accidentAt"), vehicles: reader.list("vehicles", Vehicle.init),
            victims: reader.list("victims", Victim.init),
            outsideProperty: reader.list("outsideProperty", Property.init),
            rescueCost: reader.amount("rescueCost"), allAgreed: reader.flag("allAgreed"),
            noFaultPaysAboardNoFault: reader.flag("noFaultPaysAboardNoFault") ?? false)
    }
}

extension CompensationRequest.Vehicle {
    fileprivate init(_ reader: inout FactReader) {
        self.init(
            id: reader.identifier("id"), atFault: reader.flag("atFault"), insured: reader.flag("insured"),
            damage: reader.amount("damage"), cause: reader.word("cause", ExclusionCause.self))
    }
}

extension CompensationRequest.Victim {
    fileprivate init(_ reader: inout FactReader) {
        self.init(
            id: reader.identifier("id"), aboard: reader.identifier("aboard"), medical: reader.amount("medical"),
            deathDisability: reader.amount("deathDisability"), intentional: reader.flag("intentional") ?? false)
    }
}

extension CompensationRequest.Property {
    fileprivate init(_ reader: inout FactReader) { self.init(id: reader.identifier("id"), loss: reader.amount("loss")) }
}
