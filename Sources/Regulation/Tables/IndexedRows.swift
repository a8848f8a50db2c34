/// The rows of one table, each at a place that its name gives; a place may have several rows, each of its own time.
///
/// Found by position, so that a rule which only wants a sum does not touch the texts of the row.
struct IndexedRows<Value: Decodable & Sendable>: Sendable {
    private struct Span: Sendable {
        let from: CivilDate
        let to: CivilDate?
        let position: Int
    }

    let table: TableName
    let rows: [TableRow<Value>]
    /// What must be said of each row; `nil` of one that is verified and published.
    private let notes: [RowNote?]
    /// By place; those of one place stand together.
    private let spans: [Span]
    /// Where the spans of each place begin; one more than there are places.
    private let starts: [Int]

    /// - Parameter place: below `places`; `nil` for a name the table does not know, whose row is not found.
    init(_ document: TableDocument<Value>, places: Int, place: (String) -> Int?) {
        table = document.table
        rows = document.rows
        notes = document.rows.map { $0.note(in: document.table) }
        var byPlace = [[Span]](repeating: [], count: places)
        for (position, row) in document.rows.enumerated() {
            guard let place = place(row.name), byPlace.indices.contains(place) else { continue }
            byPlace[place].append(Span(from: row.from, to: row.to, position: position))
        }
        var starts = [0]
        for spans in byPlace { starts.append((starts.last ?? 0) + spans.count) }
        self.starts = starts
        spans = byPlace.flatMap { $0 }
    }

    /// Whether any row is written for the place, of whatever time.
    func hasRows(_ place: Int) -> Bool {
        place >= 0 && place < starts.count - 1 && starts[place] < starts[place + 1]
    }

    /// Where the row lies in `rows` that speaks of the day, found or missing.
    func position(_ place: Int, on date: CivilDate) -> Int? {
        guard place >= 0, place < starts.count - 1 else { return nil }
        for index in starts[place]..<starts[place + 1] where spans[index].from <= date {
            if let to = spans[index].to, to <= date { continue }
            return spans[index].position
        }
        return nil
    }

    /// Where the row lies that speaks of the day and is not missing; else the refusal names it.
    func known(_ place: Int, _ name: @autoclosure () -> String, on date: CivilDate) throws(Refusal) -> Int {
        guard let position = position(place, on: date), rows[position].status != .missing else {
            throw Refusal(.tableNotEncoded(table, row: name(), on: date))
        }
        return position
    }

    /// Notes what must be said of a row that is not both verified and published.
    func note(_ position: Int, in remarks: inout Remarks) {
        if let note = notes[position] { remarks.note(note) }
    }

    /// A figure read from the row.
    func figure(_ name: FigureName, _ value: FigureValue, at position: Int, inputs: [Figure], reason: Sentence? = nil)
        -> Figure
    {
        Figure(
            name, value, .lookUp, citation: rows[position].citation, inputs: inputs, status: rows[position].status,
            path: nil, reason: reason)
    }
}
