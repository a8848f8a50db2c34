import Testing

@testable import Registry

@Suite struct ShardsTests {
    @Test func `many small tables hold what one large one holds`() {
        var generator = SeededGenerator(seed: 7)
        var shards = Shards<Int>()
        var plain: [LookupKey: Int] = [:]
        for _ in 0..<20_000 {
            let key = LookupKey(Int64.random(in: -3000...3000, using: &generator))
            switch Int.random(in: 0..<4, using: &generator) {
            case 0: (shards[key], plain[key]) = (nil, nil)
            case 1: (shards[key], plain[key]) = (5, 5)
            default:
                shards[key, default: 0] += 1
                plain[key, default: 0] += 1
            }
        }
        #expect(shards.count == plain.count)
        #expect(plain.allSatisfy { shards[$0.key] == $0.value })
        #expect(shards.sorted.map(\.key.value) == plain.keys.map(\.value).sorted())
    }

    @Test func `a copy keeps what it had, and a sweep reaches every shard once`() {
        var shards = Shards<Int>()
        for number in 0..<5000 { shards[LookupKey(Int64(number) &* 0x9E37_79B9)] = number }
        let copy = shards
        for shard in 0..<Shards<Int>.number { shards.update(shard: shard) { $0 % 2 == 0 ? $0 + 1 : nil } }
        #expect(copy.count == 5000 && copy.sorted.allSatisfy { (0..<5000).contains($0.value) })
        #expect(shards.count == 2500 && shards.sorted.allSatisfy { $0.value % 2 == 1 })
    }
}
