import Testing

@testable import Registry

/// What people read of a divergence.
@Suite struct DivergenceTests {
    private let all: [Divergence] = [
        .entryMissing(1), .entryUnreadable(1), .leafDiffers(1), .timeFell(1), .personalValuesDiffer(1),
        .checkpointMissing, .checkpointUnreadable, .registryBehind(published: 2, held: 1),
        .bundleMissing(path: "p"), .bundleUnreadable(path: "p"), .bundleDiffers(1), .tileMissing(path: "p"),
        .tileDiffers(path: "p", 1..<2), .rootDiffers(size: 2), .knownNotSigned(name: "n"),
        .knownIsLarger(size: 2, than: 1), .knownRootDiffers(size: 2), .receiptBeyond(1, size: 1), .receiptDiffers(1),
        .databaseDamaged(file: "f", says: "s"), .schemaDiffers(file: "f"), .entryOutsideFile(1), .foldUnreadable(1),
        .foldDiffers(1), .foldUnfounded(1), .mergeDiffers(1), .keyMissing(file: 1), .keyUnfounded(file: 1),
        .reportMissing(1), .reportDiffers(1), .quarantineMissing(1), .quarantineDiffers(1), .insurerDiffers("PICC"),
        .rowDiffers(table: "t"), .personKeyDiffers(1),
    ]

    @Test func `each says something of its own, and what it means`() {
        #expect(Set(all.map(\.text)).count == all.count && Set(all.map(\.code)).count == all.count)
        for divergence in all { #expect(!divergence.text.isEmpty && divergence.meaning.hasSuffix("。")) }
    }

    @Test func `entries are counted as people count, with their index beside`() {
        #expect(Divergence.leafDiffers(12_344).text == "第 12,345 条记录（序位 12344）的内容或受理时间与写入时的指纹不符")
        #expect(
            Divergence.tileDiffers(path: "tile/1/000", 256..<512).text
                == "公开日志分片 tile/1/000 与第 257 条记录（序位 256）至第 512 条不符")
        #expect(Divergence.registryBehind(published: 1_000_000, held: 999).text == "公开日志已有 1,000,000 条记录，数据库只有 999 条")
        #expect(Divergence.leafDiffers(0).code == "leafDiffers" && Divergence.leafDiffers(7).entry == 7)
    }

    @Test func `what was changed comes before what only follows from it`() {
        let order: [Divergence] = [
            .timeFell(4), .leafDiffers(9), .bundleDiffers(2), .rootDiffers(size: 3), .receiptDiffers(0),
            .personalValuesDiffer(1), .foldDiffers(3), .entryOutsideFile(0), .keyMissing(file: 1), .reportMissing(0),
            .insurerDiffers("PICC"), .schemaDiffers(file: "f"),
        ]
        for (left, right) in zip(order, order.dropFirst()) {
            #expect(Divergence.precedes(left, right) && !Divergence.precedes(right, left), "\(left) \(right)")
        }
        #expect(order.map(\.concernsLog) == [true, true, true, true] + [Bool](repeating: false, count: 8))
    }
}
