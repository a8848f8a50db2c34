/// The entries of the log as the store holds them, for the one who publishes them.
package protocol LogSource {
    /// How many entries are durable.
    var committedSize: Int64 { get }
    /// The leaves of entries, each read back from the store, opened and hashed anew. Throws where one is not what was
    /// committed to.
    func leaves(in range: Range<Int64>) throws -> [Leaf]
}
