/// Where a vehicle is registered, as far as a transfer asks: the prefecture (车籍所在地按地市级行政区划划分, Underwriting
/// Code 5(2)5).
public struct TransferPlace: Hashable, Sendable {
    /// Six digits of GB/T 2260.
    public let code: String

    /// `nil` unless there are six digits and the first two are a province's; a county is read as its prefecture.
    public init?(code: String) {
        guard code.utf8.count == 6, code.utf8.allSatisfy({ 0x30...0x39 ~= $0 }),
            Region(code: "\(code.prefix(2))0000") != nil
        else { return nil }
        self.code = code
    }

    /// The whole of a municipality, a county directly under its province, or four digits.
    var prefecture: Substring {
        let province = code.prefix(2)
        if Self.municipalities.contains(province) { return province }
        return code.dropFirst(2).prefix(2) == "90" ? code[...] : code.prefix(4)
    }

    var province: Substring { code.prefix(2) }

    /// Beijing, Tianjin, Shanghai, Chongqing: the municipality itself stands in the place of a prefecture.
    private static let municipalities: Set<Substring> = ["11", "12", "31", "50"]
}
