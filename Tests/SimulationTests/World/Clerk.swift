/// Sends an insurer's records one call after the other. One that was not answered is sent again, until it is.
struct Clerk {
    let insurer: String
    var queue: [Delivery] = []
    /// Handed in and not answered yet.
    var isWaiting = false
    /// Calls that were answered; any of them may be sent once more by mistake.
    var answered: [Delivery] = []

    var isDone: Bool { queue.isEmpty && !isWaiting }
}
