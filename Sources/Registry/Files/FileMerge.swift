package import Regulation

/// That another file turned out to be this vehicle, and when. A question about an earlier knowledge sees two files
/// again.
package struct FileMerge: Equatable, Sendable {
    package let from: FileID
    /// From this knowledge on the files are one.
    package let at: Instant
    /// All that the other file held, rising.
    package let entries: [Int64]

    package init(from: FileID, at: Instant, entries: [Int64]) {
        self.from = from
        self.at = at
        self.entries = entries
    }
}

extension VehicleFile {
    /// The entries as they lay in files at an earlier knowledge; this file's own first.
    package func parts(as id: FileID, knownAt moment: Instant) -> [(id: FileID, entries: [Int64])] {
        var parts = [(id: id, entries: entries)]
        for merge in merges.reversed() where merge.at > moment {
            let apart = Set(merge.entries)
            for position in parts.indices { parts[position].entries.removeAll { apart.contains($0) } }
            parts.append((id: merge.from, entries: merge.entries))
        }
        return parts
    }
}
