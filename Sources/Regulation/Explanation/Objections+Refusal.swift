extension Objections {
    /// Everything another rule refused with.
    mutating func add(all refusal: Refusal) {
        for finding in refusal.findings { add(finding) }
    }
}
