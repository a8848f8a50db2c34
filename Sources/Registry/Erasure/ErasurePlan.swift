package import Regulation

/// What an erasure would take, and from when on the law lets it.
package struct ErasurePlan: Sendable {
    /// One of the places, and what is erased there.
    struct Step: Sendable {
        let index: Int64
        let key: Int64
        let file: FileID?
        /// `nil` for a record in quarantine, which goes as a whole.
        let fields: [Field]?
    }

    package let insurer: InsurerCode
    /// What the person is to these contracts.
    package var parties: [Party] {
        let fields = steps.flatMap { $0.fields ?? [] }
        return Party.allCases.filter { party in fields.contains { Party(of: $0) == party } }
    }
    let keys: Set<Int64>
    /// In log order.
    let steps: [Step]
    /// How many contracts of the insurer these values are about.
    package let contracts: Int
    /// The first day on which every one of them lets it.
    package let freeFrom: CivilDate
    /// What the law's tables say of themselves: rows not verified, readings chosen.
    package let notes: [Finding]
    /// What it rests on: entries up to here.
    let treeSize: Int64

    package var places: Int { steps.count }

    /// Whether the day has come.
    package func isFree(at now: Instant) -> Bool { freeFrom <= now.shanghaiDate }
}
