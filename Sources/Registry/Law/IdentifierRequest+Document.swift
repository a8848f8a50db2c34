import Regulation

extension IdentifierRequest {
    init(_ reader: inout FactReader) {
        self.init(
            plate: reader.text("plate"), plateCategory: reader.text("plateCategory"), vin: reader.text("vin"),
            socialCreditCode: reader.text("uscc"), residentNumber: reader.text("idCard"),
            origin: reader.word("origin", IdentifierRequest.Origin.self) ?? .query)
    }
}
