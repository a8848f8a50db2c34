import BigInt
import Testing

@testable import Regulation

struct LimitSharingTests {
    private static func amounts(_ sharing: LimitSharing) -> [String] {
        zip(sharing.pairs, sharing.paid).map { "\($0.payer)→\($0.claim) \($1 / sharing.scale)" }
    }

    @Test func `P14: limits that differ share by themselves — claims practice, tractor with trailer before 2013`() {
        // A with its trailer 4000, B and C 2000; losses A 3600, B 4200, C 2400; all at fault.
        let sharing = LimitSharing(
            limits: [400_000, 200_000, 200_000],
            claims: [
                .init(loss: 360_000, payers: [1, 2]), .init(loss: 420_000, payers: [0, 2]),
                .init(loss: 240_000, payers: [0, 1]),
            ])
        #expect(
            Self.amounts(sharing) == [
                "1→0 138461", "2→0 112500", "0→1 254545", "2→1 87500", "0→2 145454", "1→2 61538",
            ])
        #expect(sharing.rounds.count == 1)
    }

    @Test func `what is uncovered falls equally on those with limit left — claims practice`() {
        // Three payers with 100 each; the first also answers alone for a loss that exhausts it.
        let sharing = LimitSharing(
            limits: [100, 100, 100],
            claims: [.init(loss: 150, payers: [0, 1, 2]), .init(loss: 150, payers: [0])])
        // Round one: 50 each of the first loss, 150 of the second: the first payer gives 25 and 75.
        // Round two: the 25 still open fall on the other two, 12.5 each.
        #expect(sharing.rounds.count == 2)
        #expect(sharing.paid.map { $0 * 10 / sharing.scale } == [250, 625, 625, 750])
        #expect(sharing.rounds[1].assessed.map { $0 * 10 / sharing.rounds[1].scale } == [0, 125, 125, 0])
    }

    @Test func `three parts of a hundred are exactly a third each`() {
        let sharing = LimitSharing(limits: [1000, 1000, 1000], claims: [.init(loss: 100, payers: [0, 1, 2])])
        #expect(sharing.paid.allSatisfy { $0 * 3 == 100 * sharing.scale })
    }

    @Test func `nothing to share and nobody to pay end at once`() {
        #expect(LimitSharing(limits: [], claims: []).rounds.isEmpty)
        #expect(LimitSharing(limits: [100], claims: [.init(loss: 0, payers: [0])]).rounds.isEmpty)
        #expect(LimitSharing(limits: [0], claims: [.init(loss: 10, payers: [0])]).rounds.isEmpty)
        #expect(LimitSharing(limits: [100], claims: [.init(loss: 10, payers: [])]).rounds.isEmpty)
    }

    @Test func `coarse parts still pay limits and losses out to the last of them`() {
        var dice = Dice(seed: 7)
        for _ in 0..<300 {
            let payers = dice.below(5) + 1
            let limits = (0..<payers).map { _ in BigUInt(dice.below(2000)) }
            let claims = (0..<dice.below(6)).map { _ in
                LimitSharing.Claim(
                    loss: BigUInt(dice.below(3000)), payers: (0..<payers).filter { _ in dice.below(3) > 0 })
            }
            let exact = LimitSharing(limits: limits, claims: claims)
            let coarse = LimitSharing(limits: limits, claims: claims, exactBits: 0)
            for payer in 0..<payers {
                let isExhausted = Self.sum(of: exact, payer) == limits[payer] * exact.scale
                #expect(isExhausted == (Self.sum(of: coarse, payer) == limits[payer] * coarse.scale))
            }
            for (fine, rough) in zip(exact.paid, coarse.paid) {
                let difference = (BigInt(fine * coarse.scale) - BigInt(rough * exact.scale)).magnitude
                #expect(difference << 400 < exact.scale * coarse.scale)
            }
        }
    }

    private static func sum(of sharing: LimitSharing, _ payer: Int) -> BigUInt {
        zip(sharing.pairs, sharing.paid).reduce(0) { $1.0.payer == payer ? $0 + $1.1 : $0 }
    }
}
