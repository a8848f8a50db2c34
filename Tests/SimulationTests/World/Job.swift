import Registry

/// A call that waits for the writer.
struct Job {
    let clerk: Int
    let delivery: Delivery
    let prepared: [PreparedSubmission]
    /// Whether it fails once it has written.
    var failsAtEnd = false
    /// Which call of the store fails under it.
    var failsAtCall: Int?
}
