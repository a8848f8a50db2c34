package import Regulation

/// Everything known of one vehicle: the fold of its entries, in log order.
///
/// The stored fold answers about now. A question about an earlier knowledge folds the entries up to it again.
package struct VehicleFile: Equatable, Sendable {
    package internal(set) var vin: VIN?
    package internal(set) var engineNumber: EngineNumber?
    package internal(set) var brandModel: String?
    /// By `from`, neighbours differ.
    package internal(set) var bindings: [PlateBinding] = []
    /// In log order.
    package internal(set) var policies: [Policy] = []
    package internal(set) var proposals: [Proposal] = []
    package internal(set) var reviews: [ReviewMark] = []
    /// Log indexes of every entry of this file, rising.
    package internal(set) var entries: [Int64] = []
    /// Commit time of the last entry; the fold stands for every knowledge from then on.
    package internal(set) var lastCommittedAt: Instant = .distantPast
    /// Set when this file turned out to be another's vehicle; the other holds all entries.
    package var mergedInto: FileID?

    package init() {}

    /// Nothing that stands: every report about cover was withdrawn, or there never was one.
    package var isEmpty: Bool { policies.isEmpty && proposals.isEmpty && reviews.isEmpty }
}
