package import Regulation

/// Everything known of one vehicle: the fold of its entries, in log order.
///
/// The stored fold answers about now. A question about an earlier knowledge folds the entries up to it again.
package struct VehicleFile: Equatable, Sendable {
    package internal(set) var vin: VIN?
    package internal(set) var engineNumber: EngineNumber?
    package internal(set) var brandModel: String?
    /// What reports have said of plates, in the order in which they follow each other; each once.
    package internal(set) var plateStatements: [PlateBinding] = []
    /// In log order.
    package internal(set) var policies: [Policy] = []
    package internal(set) var proposals: [Proposal] = []
    package internal(set) var reviews: [ReviewMark] = []
    /// Log indexes of every entry of this file, rising.
    package internal(set) var entries: [Int64] = []
    /// Commit time of the last entry; the fold stands for every knowledge from then on.
    package internal(set) var lastCommittedAt: Instant = .distantPast
    /// Files that turned out to be this vehicle, in the order in which they were merged.
    package internal(set) var merges: [FileMerge] = []
    /// Set when this file turned out to be another's vehicle; the other holds all entries.
    package var mergedInto: FileID?

    /// What one vehicle can come to in its life many times over. Records under one VIN without end, wrong or made up,
    /// would make every further one dearer: those beyond are kept out, and noted apart from the file.
    static let mostEntries = 2000
    /// Of one insurer's records under review; they say no more than one does.
    static let mostReviews = 32

    package init() {}

    var isFull: Bool { entries.count >= Self.mostEntries }

    func hasRoom(forReviewOf insurer: InsurerCode) -> Bool {
        !isFull && reviews.count { $0.insurer == insurer } < Self.mostReviews
    }

    /// The plates borne, by `from`; neighbours differ.
    package var bindings: [PlateBinding] { PlateBinding.runs(of: plateStatements) }

    /// The plate, where all that was ever reported is that one; no need then to make out `bindings`.
    var onlyPlate: PlateBinding? {
        guard let first = plateStatements.first,
            plateStatements.allSatisfy({
                $0.source != .review && $0.plate == first.plate && $0.category == first.category
            })
        else { return nil }
        return first
    }

    /// Nothing that stands: every report about cover was withdrawn, or there never was one.
    package var isEmpty: Bool { policies.isEmpty && proposals.isEmpty && reviews.isEmpty }

    /// Of everything reported that stands, and of what is under review.
    var policyNumbers: [String] {
        policies.map(\.number) + proposals.map(\.number) + reviews.compactMap(\.policyNumber)
    }

    /// What one insurer has told of the vehicle; another's reports look as if there were none.
    func asReported(by insurer: InsurerCode) -> VehicleFile {
        var file = self
        file.policies.removeAll { $0.insurer != insurer }
        file.proposals.removeAll { $0.insurer != insurer }
        file.reviews.removeAll { $0.insurer != insurer }
        return file
    }
}
