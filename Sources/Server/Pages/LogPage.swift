import Documents
import Hummingbird
import Registry
import Regulation
import TransparencyLog

/// `GET /log`: the log explained, with what is published of it now.
struct LogPage {
    private static let days = 14

    let services: Services
    let chrome: PageChrome

    func response() throws -> Response {
        var model = LogModel(chrome: chrome, days: try growth())
        if let log = services.gate.publishedLog {
            do {
                let checkpoint = try log.checkpoint().checkpoint
                model.head = LogModel.Head(size: checkpoint.size, root: checkpoint.root.hex)
                model.newest = newest(of: log, size: checkpoint.size)
            } catch LogFault.notPublished {}
        }
        return .html(LogView.render(model))
    }

    /// From the bundle at the right edge; a partial one may just have given way to a longer one, and then there is none
    /// to show this once.
    private func newest(of log: any PublishedLog, size: Int64) -> LogModel.NewestLeaf? {
        let (index, last) = max(0, size - 1).quotientAndRemainder(dividingBy: Int64(TileCoordinate.fullWidth))
        guard size > 0, let coordinate = TileCoordinate(.entries, index: index, width: Int(last) + 1),
            let entries = try? EntryBundle.entries(at: coordinate, from: log.tile),
            let leaf = entries.last.flatMap({ Leaf(bytes: $0) })
        else { return nil }
        return LogModel.NewestLeaf(committedAt: leaf.committedAt, commitment: leaf.fieldRoot.hex)
    }

    /// What each of the last days brought, today with what it has brought so far.
    private func growth() throws -> [LogModel.Day] {
        let today = services.gate.clock.now.shanghaiDate
        let dates = (1 - Self.days...0).compactMap { today.adding(days: $0) }
        guard let first = dates.first, let start = Instant(shanghai: first) else { return [] }
        return try services.gate.read { reader, _ in
            // What is committed at midnight belongs to the day that begins.
            var before = try reader.treeSize(at: start.adding(milliseconds: -1))
            return try dates.compactMap { date in
                guard let end = date.adding(days: 1).flatMap({ Instant(shanghai: $0) }) else { return nil }
                let size = try reader.treeSize(at: end.adding(milliseconds: -1))
                defer { before = size }
                return LogModel.Day(date: date, entries: size - before)
            }
        }
    }
}
