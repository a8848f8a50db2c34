import Registry

/// The entries of the embedded store, read back for publishing by a connection of the readers'.
struct StoredLeaves: LogSource {
    let published: PublishedFeed
    let readers: ReaderPool

    var committedSize: Int64 { published.load().treeSize }

    func leaves(in range: Range<Int64>) throws -> [Leaf] { try readers.read { try $0.leaves(in: range) } }
}
