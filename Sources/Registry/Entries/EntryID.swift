/// An entry's name to the outside: the log and the place in it, `main-12345`.
package struct EntryID: Hashable, Sendable, CustomStringConvertible {
    package let log: LogName
    package let index: Int64

    package init(log: LogName, index: Int64) {
        self.log = log
        self.index = index
    }

    /// Reads exactly what `text` writes.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let log = LogName(String(parts[0])), let index = Int64(parts[1]), index >= 0 else {
            return nil
        }
        self.init(log: log, index: index)
        guard self.text == text else { return nil }
    }

    package var text: String { "\(log.text)-\(index)" }

    package var description: String { text }
}
