package import Regulation
import TransparencyLog

/// One thing that happened, at its place in the log.
package struct Entry: Equatable, Sendable {
    package let id: EntryID
    package let committedAt: Instant
    package let content: EntryContent

    package init(id: EntryID, committedAt: Instant, content: EntryContent) {
        self.id = id
        self.committedAt = committedAt
        self.content = content
    }

    package var index: Int64 { id.index }

    package var leaf: Leaf { Leaf(committedAt: committedAt, fieldRoot: content.fieldRoot) }
}
