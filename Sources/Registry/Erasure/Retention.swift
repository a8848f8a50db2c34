import Regulation

/// How long what is kept beside an entry has to stay, by the contract the entry is about.
struct Retention {
    let tables: LawTables
    let hasher: KeyedHasher
    /// The latest first free day so far.
    private(set) var freeFrom: CivilDate?
    private(set) var remarks = Remarks()
    private(set) var contracts: Set<String> = []

    init(tables: LawTables, hasher: KeyedHasher) {
        self.tables = tables
        self.hasher = hasher
    }

    /// Takes an entry's contract into account. Throws the law's `Refusal` where no row is encoded for it.
    mutating func add(_ entry: Entry, insurer: InsurerCode, from reader: some RegistryReader) throws {
        let policies = try policies(of: entry, insurer, from: reader)
        // Never a contract, or withdrawn as reported in error.
        if policies.isEmpty { try extend(contracted: nil, endedAt: entry.committedAt) }
        for policy in policies {
            contracts.insert(policy.number)
            try extend(contracted: policy.contracted, endedAt: policy.ended)
        }
    }

    private static let path = "contract.end"

    /// The contracts an entry may be about: those of its number; where it names none that stands, every one of its
    /// insurer's on the vehicle.
    private func policies(of entry: Entry, _ insurer: InsurerCode, from reader: some RegistryReader) throws -> [Policy]
    {
        guard let number = entry.content.values[.policyNumber], !number.isEmpty else { return [] }
        let key = hasher.key(ofPolicy: number, insurer: insurer)
        let all = try reader.vehicleFiles(at: key).flatMap(\.file.policies).filter { $0.insurer == insurer }
        let named = all.filter { $0.number == number || $0.formerNumbers.contains(number) }
        return named.isEmpty ? all : named
    }

    private mutating func extend(contracted: Period?, endedAt end: Instant) throws(Refusal) {
        let day = try RecordRetention.firstFreeDay(
            contracted: contracted, endedOn: end.shanghaiDate, at: Self.path, by: tables, &remarks)
        freeFrom = max(freeFrom ?? day, day)
    }
}

extension Policy {
    /// When the contract came to its end: with its period, or by being cancelled before it began.
    fileprivate var ended: Instant {
        period?.end ?? max(contracted.start, cancellation?.effectiveAt ?? contracted.start)
    }
}
