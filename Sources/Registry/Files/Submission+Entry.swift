extension EntryContent {
    /// What kind of record this entry is.
    package var event: Event { values[.event].flatMap(Event.init(rawValue:)) ?? .policy }
}

extension Submission {
    /// The report an entry makes: for a correction, the corrected report under its original event.
    package init?(entry content: EntryContent) {
        var values = content.values
        if let corrected = content[.correctedEvent] { values[.event] = corrected }
        self.init(canonical: values)
    }
}
