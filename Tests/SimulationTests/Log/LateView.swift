import Registry

/// The same registry, seen by a process that has not heard of the latest commits.
struct LateView: LogSource {
    let source: GrowingLeaves
    let committedSize: Int64

    func leaves(in range: Range<Int64>) throws -> [Leaf] { try source.leaves(in: range) }
}
