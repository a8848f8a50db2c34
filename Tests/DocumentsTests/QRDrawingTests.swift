import Registry
import Testing

@testable import Documents

struct QRDrawingTests {
    /// The card that the registry's own tests approve, so that what scanners are tried on is a real one.
    private static let card = """
        xubao/main/answer/1
        outcome inForce
        renewal notDue
        end 2027-12-01T00:00:00+08:00
        on 2026-12-24T18:30:00+08:00
        as-of 2026-11-20T12:34:56.789+08:00
        valid-until 2026-11-21T12:34:56.789+08:00
        tree 300 5Dko+/R1pMlmZ2s409LtafY0VqoVLkDyioUCplz+82k=
        entry main-123
        plate 京A***45

        — xubao/main b0njHyOOXwbT3FProov3BRsicTYc62X0ndmwfkv1CCdsR8ts6DkyjKim6UeTmtV6iVNfu9iYYGK3EjHea6R/Y7H16gs=

        """

    /// Dark and light in turn from outside: what a scanner finds a code by.
    private func isFinder(_ drawing: QRDrawing, row: Int, column: Int) -> Bool {
        (0..<7).allSatisfy { down in
            (0..<7).allSatisfy { right in
                let ring = min(min(down, 6 - down), min(right, 6 - right))
                return drawing.modules[(row + down) * drawing.width + column + right] == (ring != 1)
            }
        }
    }

    @Test func `three corners are marked, the fourth is not`() throws {
        let drawing = try #require(QRDrawing(Array(Self.card.utf8)))
        let far = drawing.width - 7
        #expect(isFinder(drawing, row: 0, column: 0))
        #expect(isFinder(drawing, row: 0, column: far))
        #expect(isFinder(drawing, row: far, column: 0))
        #expect(!isFinder(drawing, row: far, column: far))
    }

    @Test func `a code is as large as its bytes need, and 700 of them fit well`() throws {
        #expect(try #require(QRDrawing([1])).width == 21)
        #expect(try #require(QRDrawing(Array(Self.card.utf8))).width == 77)
        #expect(try #require(QRDrawing([UInt8](repeating: 0xC3, count: 700))).width <= 109)
        #expect(QRDrawing([]) == nil)
        #expect(QRDrawing([UInt8](repeating: 0, count: 2331)) != nil)
        #expect(QRDrawing([UInt8](repeating: 0, count: 2332)) == nil)
    }

    /// `Tests/EndToEnd/test_qr.py` scans this picture.
    @Test func `the picture of a card is the one that scanners were tried on`() throws {
        let drawing = try #require(QRDrawing(Array(Self.card.utf8)))
        Snapshot.check(Templates.render("qr", ["qr": drawing.values(in: .english)]), named: "card-qr")
    }
}
