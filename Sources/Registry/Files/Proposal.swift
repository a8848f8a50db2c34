package import Regulation

/// 投保: an application that was received and is not a policy yet.
package struct Proposal: Equatable, Sendable {
    package let index: Int64
    package let insurer: InsurerCode
    package let number: String
    /// When the cover asked for would end, where it was said; an application for a time gone by is no longer open.
    package let end: Instant?
}
