package import Regulation

/// The log explained: what is published of it now, and how it grew.
package struct LogModel: Sendable {
    /// The checkpoint as it stands.
    package struct Head: Sendable {
        package var size: Int64
        /// 64 hexadecimal digits.
        package var root: String

        package init(size: Int64, root: String) {
            self.size = size
            self.root = root
        }
    }

    /// The newest leaf, all of it.
    package struct NewestLeaf: Sendable {
        package var committedAt: Instant
        /// 64 hexadecimal digits.
        package var commitment: String

        package init(committedAt: Instant, commitment: String) {
            self.committedAt = committedAt
            self.commitment = commitment
        }
    }

    /// How many entries a day brought.
    package struct Day: Sendable {
        package var date: CivilDate
        package var entries: Int64

        package init(date: CivilDate, entries: Int64) {
            self.date = date
            self.entries = entries
        }
    }

    package var chrome: PageChrome
    /// `nil` before the first checkpoint.
    package var head: Head?
    package var newest: NewestLeaf?
    /// By rising date.
    package var days: [Day]

    package init(chrome: PageChrome, head: Head? = nil, newest: NewestLeaf? = nil, days: [Day] = []) {
        self.chrome = chrome
        self.head = head
        self.newest = newest
        self.days = days
    }
}
