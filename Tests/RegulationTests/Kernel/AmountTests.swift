import Regulation
import Testing

struct AmountTests {
    @Test(arguments: [
        ("665", 66_500), ("665.5", 66_550), ("665.00", 66_500), ("0.01", 1), ("-12.34", -1234), ("1,234.00", 123_400),
        ("0", 0), ("-0.01", -1), ("10000000000000", 1_000_000_000_000_000),
        ("-10000000000000.00", -1_000_000_000_000_000),
        ("007", 700),
    ])
    func `yuan are read exactly to the fen`(text: String, fen: Int64) {
        #expect(Amount(yuan: text)?.fen == fen)
    }

    @Test(arguments: [
        "", "-", ".", ".5", "5.", "1.234", "1e3", "１２", "¥5", "5元", " 5", "5 ", "--5", "5-", "+5", "1.2.3", ",5",
        "1.2,3",
        "10000000000000.01", "99999999999999", "100000000000000000000", "NaN", "0x10", "٣",
    ])
    func `anything else is no amount`(text: String) {
        #expect(Amount(yuan: text) == nil)
    }

    @Test(arguments: [
        (66_500, "665.00"), (5, "0.05"), (-5, "-0.05"), (-123_456, "-1234.56"), (0, "0.00"), (10, "0.10"),
    ])
    func `the text has two decimals always`(fen: Int64, text: String) {
        #expect(Amount(fen: fen)?.yuanText == text)
    }

    @Test func `text and reading are inverse`() {
        for fen in stride(from: Int64(-100_000), through: 100_000, by: 37) {
            let amount = Amount(fen: fen)
            #expect(amount.flatMap { Amount(yuan: $0.yuanText) } == amount)
        }
    }

    @Test func `no amount lies beyond the limit`() {
        #expect(Amount(fen: Amount.limit)?.fen == Amount.limit)
        #expect(Amount(fen: Amount.limit + 1) == nil)
        #expect(Amount(fen: -Amount.limit - 1) == nil)
        #expect(Amount(fen: .min) == nil)
        #expect(Amount(fen: .max) == nil)
    }

    @Test func `amounts are ordered by their fen`() throws {
        let amounts = try [300, -1, 0, 299].map { try #require(Amount(fen: $0)) }
        #expect(amounts.sorted().map(\.fen) == [-1, 0, 299, 300])
        #expect(Amount.zero.fen == 0)
    }
}
