/// Where a registry, its log, or what was kept elsewhere do not agree. Names entries, files and rows by their numbers,
/// never by what they say.
package enum Divergence: Error, Equatable, Sendable {
    // Entries.
    case entryMissing(Int64)
    case entryUnreadable(Int64)
    case leafDiffers(Int64)
    case timeFell(Int64)
    case personalValuesDiffer(Int64)
    /// Personal values cannot be opened any more, and no entry says that they were erased.
    case erasureUnfounded(Int64)
    /// An entry says that personal values were erased, and they are still there.
    case erasureUndone(Int64)

    // The published log.
    case checkpointMissing
    case checkpointUnreadable
    case registryBehind(published: Int64, held: Int64)
    case bundleMissing(path: String)
    case bundleUnreadable(path: String)
    case bundleDiffers(Int64)
    case tileMissing(path: String)
    /// The entries under the first hash that differs.
    case tileDiffers(path: String, Range<Int64>)
    case rootDiffers(size: Int64)

    // Checkpoints and receipts kept elsewhere.
    case knownNotSigned(name: String)
    case knownIsLarger(size: Int64, than: Int64)
    case knownRootDiffers(size: Int64)
    case receiptBeyond(Int64, size: Int64)
    case receiptDiffers(Int64)

    // Rows kept beside the entries.
    case databaseDamaged(file: String, says: String)
    case schemaDiffers(file: String)
    case entryOutsideFile(Int64)
    case foldUnreadable(Int64)
    case foldDiffers(Int64)
    case foldUnfounded(Int64)
    case mergeDiffers(Int64)
    case keyMissing(file: Int64)
    case keyUnfounded(file: Int64)
    case reportMissing(Int64)
    case reportDiffers(Int64)
    case quarantineMissing(Int64)
    case quarantineDiffers(Int64)
    case insurerDiffers(String)
    case rowDiffers(table: String)
    case personKeyDiffers(Int64)
}

extension Divergence {
    /// Its name in documents, the same for ever.
    package var code: String {
        let text = "\(self)"
        return String(text[..<(text.firstIndex(of: "(") ?? text.endIndex)])
    }

    /// The entry it was found at, where it is one.
    package var entry: Int64? {
        switch self {
        case .entryMissing(let index), .entryUnreadable(let index), .leafDiffers(let index), .timeFell(let index),
            .personalValuesDiffer(let index), .bundleDiffers(let index), .receiptBeyond(let index, _),
            .receiptDiffers(let index), .entryOutsideFile(let index), .reportMissing(let index),
            .reportDiffers(let index), .quarantineMissing(let index), .quarantineDiffers(let index),
            .erasureUnfounded(let index), .erasureUndone(let index):
            index
        case .tileDiffers(_, let range): range.lowerBound
        default: nil
        }
    }

    /// Whether the log itself is in doubt, so that nothing more may be signed.
    package var concernsLog: Bool { order.stage < 2 }

    /// In the order in which a person should hear of them: what was changed before what only follows from it.
    package static func precedes(_ left: Divergence, _ right: Divergence) -> Bool {
        left.order < right.order
    }

    private var order: (stage: Int, number: Int64) {
        switch self {
        case .entryMissing(let index), .entryUnreadable(let index), .leafDiffers(let index), .timeFell(let index):
            (0, index)
        case .checkpointMissing, .checkpointUnreadable, .registryBehind, .bundleMissing, .bundleUnreadable,
            .bundleDiffers, .tileMissing, .tileDiffers, .rootDiffers:
            (1, entry ?? .max)
        case .knownNotSigned: (2, 0)
        case .knownIsLarger(let size, _), .knownRootDiffers(let size): (2, size)
        case .receiptBeyond(let index, _), .receiptDiffers(let index): (2, index)
        case .personalValuesDiffer(let index), .erasureUnfounded(let index), .erasureUndone(let index): (3, index)
        case .foldUnreadable(let file), .foldDiffers(let file), .foldUnfounded(let file), .mergeDiffers(let file):
            (4, file)
        case .entryOutsideFile(let index): (5, index)
        case .keyMissing(let file), .keyUnfounded(let file): (6, file)
        case .reportMissing(let index), .reportDiffers(let index), .quarantineMissing(let index),
            .quarantineDiffers(let index):
            (7, index)
        case .insurerDiffers, .rowDiffers, .personKeyDiffers: (8, 0)
        case .schemaDiffers, .databaseDamaged: (9, 0)
        }
    }
}
