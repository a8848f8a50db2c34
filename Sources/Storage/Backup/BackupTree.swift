import Registry
import TransparencyLog

/// The tree over the entries of a backup as they are written: it must go on from what the last backup had, and lead to
/// what the log has signed.
struct BackupTree {
    private var frontier: Frontier
    /// Sizes at which the head is known, with what is wrong when it is another.
    private var expected: [Int64: (root: Hash, fault: any Error)] = [:]
    private let fault: any Error

    var size: Int64 { frontier.size }
    var root: Hash { frontier.root }
    var heads: [Hash] { frontier.heads }

    init(after last: BackupHeader?, published: Checkpoint?, path: String) throws {
        fault = BackupFault.otherHistory(path: path)
        frontier = Frontier()
        if let last {
            let heads = last.heads.compactMap { Hash(hex: $0) }
            guard let root = Hash(hex: last.root), heads.count == last.heads.count,
                let begun = Frontier(size: Int64(last.stretches.count) * BackupDirectory.stretch, heads: heads)
            else { throw BackupFault.damaged(path) }
            frontier = begun
            expected[last.entries] = (root, fault)
        }
        if let published, let known = expected[published.size], known.root != published.root {
            throw Divergence.rootDiffers(size: published.size)
        }
        if let published, expected[published.size] == nil {
            expected[published.size] = (published.root, Divergence.rootDiffers(size: published.size))
        }
        try compare()
    }

    /// As it is read back: it must lead to what was written, and to what the log had signed by then.
    init(upTo header: BackupHeader, published: Checkpoint?) throws {
        fault = BackupFault.notWhatWasSigned
        frontier = Frontier()
        guard let root = Hash(hex: header.root) else { throw fault }
        if let published { expected[published.size] = (published.root, fault) }
        if let published, published.size == header.entries, published.root != root { throw fault }
        expected[header.entries] = (root, fault)
        try compare()
    }

    mutating func append(_ leaf: Hash) throws {
        frontier.append(leaf)
        try compare()
    }

    private mutating func compare() throws {
        guard let known = expected.removeValue(forKey: size) else { return }
        guard known.root == root else { throw known.fault }
    }

    /// Throws where the entries end before something that is known of them. What lies before the first of them was
    /// compared by an earlier backup.
    func finish() throws {
        if expected.keys.contains(where: { $0 > size }) { throw fault }
    }
}
