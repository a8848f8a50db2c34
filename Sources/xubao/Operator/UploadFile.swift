import Registry
import Regulation

/// A file to send, and what is said about it.
struct UploadFile: Sendable {
    let path: String
    let insurer: InsurerCode
    let encoding: String
    let reportedThrough: Instant?
}
