import BigInt
import Testing

@testable import Regulation

struct FenRoundingTests {
    private typealias Cell = FenRounding.Cell

    @Test func `the fen left over goes to the largest remainder`() {
        let cells = [Cell(payer: 0, claim: 0, parts: 5), Cell(payer: 0, claim: 1, parts: 1)]
        // 5/3 and 1/3: together two.
        let rounding = FenRounding(cells, payers: 1, claims: 2, scale: 3)
        #expect(rounding.fen == [2, 0])
        #expect(rounding.isRaised == [true, false])
    }

    @Test func `equal remainders go in the order of ids`() {
        let cells = (0..<3).map { Cell(payer: $0, claim: 0, parts: 100) }
        #expect(FenRounding(cells, payers: 3, claims: 1, scale: 3).fen == [34, 33, 33])
    }

    @Test func `what is not whole in all is cut`() {
        let cells = [Cell(payer: 0, claim: 0, parts: 5), Cell(payer: 1, claim: 1, parts: 5)]
        #expect(FenRounding(cells, payers: 2, claims: 2, scale: 3).fen == [1, 1])
    }

    @Test func `fen change places where the largest remainders do not work out`() {
        // In tenths; payers and claimants are all whole: the two .7 share no row or column with room for the rest.
        let tenths = [[7, 3, 0], [3, 0, 7], [0, 7, 3]]
        let cells = tenths.enumerated().flatMap { payer, row in
            row.enumerated().map { Cell(payer: payer, claim: $0, parts: BigUInt($1)) }
        }
        let rounding = FenRounding(cells, payers: 3, claims: 3, scale: 10)
        for side in 0..<3 {
            #expect((0..<3).reduce(0) { $0 + rounding.fen[side * 3 + $1] } == 1)
            #expect((0..<3).reduce(0) { $0 + rounding.fen[$1 * 3 + side] } == 1)
        }
    }

    @Test func `every sum is its exact sum, cut or raised by less than a fen`() {
        var dice = Dice(seed: 11)
        for _ in 0..<1000 {
            let payers = dice.below(5) + 1
            let claims = dice.below(5) + 1
            let scale = dice.below(12) + 2
            var parts = (0..<payers * claims).map { _ in dice.below(3) == 0 ? 0 : dice.below(scale * 3) }
            // Make some rows whole, as exhausted limits are.
            for payer in 0..<payers where dice.below(2) == 0 {
                let row = (0..<claims).reduce(0) { $0 + parts[payer * claims + $1] }
                parts[payer * claims] += (scale - row % scale) % scale
            }
            let cells = parts.enumerated().map {
                Cell(payer: $0 / claims, claim: $0 % claims, parts: BigUInt($1))
            }
            let fen = FenRounding(cells, payers: payers, claims: claims, scale: BigUInt(scale)).fen
            #expect(zip(fen, parts).allSatisfy { abs(Int($0) * scale - $1) < scale })
            for payer in 0..<payers {
                let exact = (0..<claims).reduce(0) { $0 + parts[payer * claims + $1] }
                let rounded = (0..<claims).reduce(0) { $0 + Int(fen[payer * claims + $1]) }
                #expect(abs(rounded * scale - exact) < scale)
            }
            for claim in 0..<claims {
                let exact = (0..<payers).reduce(0) { $0 + parts[$1 * claims + claim] }
                let rounded = (0..<payers).reduce(0) { $0 + Int(fen[$1 * claims + claim]) }
                #expect(abs(rounded * scale - exact) < scale)
            }
        }
    }
}
