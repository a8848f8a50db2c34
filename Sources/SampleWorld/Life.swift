/// All that happens to one vehicle's cover until as-of.
struct Life {
    var contracts: [Contract] = []
    /// By time of report; of one contract always the policy first.
    var occurrences: [Occurrence] = []

    mutating func clear() {
        contracts.removeAll(keepingCapacity: true)
        occurrences.removeAll(keepingCapacity: true)
    }

    /// Keeps the order of what is reported at the same moment; lives are short, so insertion is quickest.
    mutating func sortByReport() {
        var position = 1
        while position < occurrences.count {
            let moved = occurrences[position]
            var free = position
            while free > 0, occurrences[free - 1].reportedAt > moved.reportedAt {
                occurrences[free] = occurrences[free - 1]
                free -= 1
            }
            occurrences[free] = moved
            position += 1
        }
    }
}
