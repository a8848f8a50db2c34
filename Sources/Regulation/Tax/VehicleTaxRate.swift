/// A year's tax on an item: one sum in a province, a range in the national schedule.
struct VehicleTaxRate: Hashable, Sendable {
    let least: Amount
    let most: Amount

    /// `nil` for a range.
    var amount: Amount? { least == most ? least : nil }

    var text: Sentence {
        amount.map { Sentence("\($0.yuanText) 元", "\($0.yuanText) yuan") }
            ?? Sentence("\(least.yuanText) 元至 \(most.yuanText) 元", "\(least.yuanText) to \(most.yuanText) yuan")
    }
}

extension VehicleTaxRate: Decodable {
    private enum Key: String, CodingKey { case amount, least, most }

    /// `{"amount": "300.00"}`, or `{"least": "300.00", "most": "540.00"}`.
    init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Key.self)
        let amount = try members.decodeIfPresent(Amount.self, forKey: .amount)
        least = try amount ?? members.decode(Amount.self, forKey: .least)
        most = try amount ?? members.decode(Amount.self, forKey: .most)
        guard .zero <= least, least <= most else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "not below nothing, and the least first"))
        }
    }
}
