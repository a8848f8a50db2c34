/// A row as bytes.
protocol Row {
    /// Throws `UnreadableRow` for what `bytes` does not write.
    init(_ bytes: [UInt8]) throws
    var bytes: [UInt8] { get }
}
