import Regulation

/// The stored form of a fold. It is a cache of its entries: a version that is not ours is folded again, never migrated.
/// So that it can be, every version begins alike: what the file was merged into, its entries, its merges.
extension VehicleFile {
    static let version: UInt8 = 2

    package var bytes: [UInt8] {
        var writer = ByteWriter(capacity: 256)
        writer.byte(Self.version)
        writer.optional(mergedInto?.number)
        writer.optional(vin?.text)
        writer.optional(engineNumber?.text)
        writer.optional(brandModel)
        writer.signed(lastCommittedAt.milliseconds)
        Self.write(entries, to: &writer)
        writer.variable(UInt64(merges.count))
        for merge in merges {
            writer.signed(merge.from.number)
            writer.signed(merge.at.milliseconds)
            Self.write(merge.entries, to: &writer)
        }
        writer.variable(UInt64(plateStatements.count))
        for statement in plateStatements {
            writer.text(statement.plate.text)
            writer.optional(statement.category?.code)
            writer.signed(statement.from.milliseconds)
            writer.byte(statement.source.rawValue)
        }
        writer.variable(UInt64(policies.count))
        for policy in policies { Self.write(policy, to: &writer) }
        writer.variable(UInt64(proposals.count))
        for proposal in proposals {
            writer.signed(proposal.index)
            writer.text(proposal.insurer.text)
            writer.text(proposal.number)
            writer.optional(proposal.start?.milliseconds)
            writer.optional(proposal.end?.milliseconds)
            writer.signed(proposal.madeAt.milliseconds)
        }
        writer.variable(UInt64(reviews.count))
        for review in reviews {
            writer.signed(review.index)
            writer.text(review.insurer.text)
            writer.optional(review.event?.rawValue)
            writer.optional(review.policyNumber)
            writer.optional(review.sequence)
        }
        return writer.result
    }

    /// The file folded again from the entries that bytes of another version name; `nil` when even those cannot be read.
    package init?(anew bytes: [UInt8], entries: ([Int64]) throws -> [Entry]) rethrows {
        self.init()
        var reader = ByteReader(bytes)
        guard let version = reader.byte(), version != Self.version, readHead(&reader), readMerges(&reader) else {
            return nil
        }
        let head = self
        self.init(folding: try entries(head.entries), merges: head.merges)
        mergedInto = head.mergedInto
    }

    /// Rising numbers by their distances.
    private static func write(_ indexes: [Int64], to writer: inout ByteWriter) {
        writer.variable(UInt64(indexes.count))
        var last: Int64 = 0
        for index in indexes {
            writer.signed(index &- last)
            last = index
        }
    }

    private static func write(_ policy: Policy, to writer: inout ByteWriter) {
        writer.signed(policy.index)
        writer.text(policy.insurer.text)
        writer.text(policy.number)
        writer.variable(UInt64(policy.formerNumbers.count))
        for number in policy.formerNumbers { writer.text(number) }
        writer.signed(policy.contracted.start.milliseconds)
        writer.signed(policy.contracted.end.milliseconds)
        writer.optional(policy.issuedAt?.milliseconds)
        writer.optional(policy.cancellation?.effectiveAt.milliseconds)
        if let cancellation = policy.cancellation { writer.text(cancellation.ground.rawValue) }
        writer.variable(UInt64(policy.layUps.count))
        for layUp in policy.layUps {
            writer.signed(layUp.from.milliseconds)
            writer.signed(layUp.until.milliseconds)
        }
        writer.variable(UInt64(policy.resumptions.count))
        for moment in policy.resumptions { writer.signed(moment.milliseconds) }
    }

    /// `nil` for bytes of another version or that are damaged.
    package init?(bytes: [UInt8]) {
        self.init()
        var reader = ByteReader(bytes)
        guard reader.byte() == Self.version, readHead(&reader), readMerges(&reader), readPlates(&reader),
            readPolicies(&reader),
            readProposals(&reader), readReviews(&reader), reader.isAtEnd
        else { return nil }
    }

    private static let longest = 256
    private static let most = 1_000_000

    private mutating func readHead(_ reader: inout ByteReader) -> Bool {
        guard let merged = reader.optionalSigned(), let vin = reader.optionalText(longest: Self.longest),
            let engine = reader.optionalText(longest: Self.longest),
            let model = reader.optionalText(longest: EntryContent.longestValue),
            let committed = reader.instant(), let entries = Self.readIndexes(&reader)
        else { return false }
        mergedInto = merged.map(FileID.init)
        self.vin = vin.flatMap { VIN(canonical: $0) }
        engineNumber = engine.flatMap { EngineNumber(canonical: $0) }
        brandModel = model
        lastCommittedAt = committed
        self.entries = entries
        return self.vin?.text == vin && engineNumber?.text == engine
    }

    private static func readIndexes(_ reader: inout ByteReader) -> [Int64]? {
        guard let count = reader.count(most: most) else { return nil }
        var indexes: [Int64] = []
        var last: Int64 = 0
        for _ in 0..<count {
            guard let delta = reader.signed() else { return nil }
            last &+= delta
            indexes.append(last)
        }
        return indexes
    }

    private mutating func readMerges(_ reader: inout ByteReader) -> Bool {
        guard let count = reader.count(most: Self.most) else { return false }
        for _ in 0..<count {
            guard let from = reader.signed(), let at = reader.instant(), let entries = Self.readIndexes(&reader) else {
                return false
            }
            merges.append(FileMerge(from: FileID(from), at: at, entries: entries))
        }
        return true
    }

    private mutating func readPlates(_ reader: inout ByteReader) -> Bool {
        guard let count = reader.count(most: Self.most) else { return false }
        for _ in 0..<count {
            guard let text = reader.text(longest: Self.longest), let plate = PlateNumber(canonical: text),
                let code = reader.optionalText(longest: 2), let from = reader.instant(),
                let source = reader.byte().flatMap({ PlateBinding.Source(rawValue: $0) })
            else { return false }
            let category = code.flatMap { PlateCategory(code: $0) }
            guard category?.code == code else { return false }
            plateStatements.append(PlateBinding(plate: plate, category: category, from: from, source: source))
        }
        return true
    }

    private mutating func readPolicies(_ reader: inout ByteReader) -> Bool {
        guard let count = reader.count(most: Self.most) else { return false }
        for _ in 0..<count {
            guard let policy = Self.readPolicy(&reader) else { return false }
            policies.append(policy)
        }
        return true
    }

    private static func readPolicy(_ reader: inout ByteReader) -> Policy? {
        guard let index = reader.signed(), let code = reader.text(longest: longest), let insurer = InsurerCode(code),
            let number = reader.text(longest: EntryContent.longestValue), let former = readNumbers(&reader),
            let start = reader.instant(), let end = reader.instant(), let contracted = Period(start: start, end: end),
            let issued = reader.optionalInstant(), let cancelled = reader.optionalInstant()
        else { return nil }
        var policy = Policy(
            index: index, insurer: insurer, number: number, formerNumbers: former, contracted: contracted,
            issuedAt: issued)
        if let cancelled {
            guard let text = reader.text(longest: longest), let ground = CancellationGround(rawValue: text) else {
                return nil
            }
            policy.cancel(at: cancelled, on: ground)
        }
        return readRests(of: &policy, &reader) ? policy : nil
    }

    private static func readNumbers(_ reader: inout ByteReader) -> [String]? {
        guard let count = reader.count(most: most) else { return nil }
        var numbers: [String] = []
        for _ in 0..<count {
            guard let number = reader.text(longest: EntryContent.longestValue) else { return nil }
            numbers.append(number)
        }
        return numbers
    }

    private static func readRests(of policy: inout Policy, _ reader: inout ByteReader) -> Bool {
        guard let count = reader.count(most: most) else { return false }
        var layUps: [Policy.LayUp] = []
        for _ in 0..<count {
            guard let from = reader.instant(), let until = reader.instant() else { return false }
            layUps.append(.init(from: from, until: until))
        }
        guard let count = reader.count(most: most) else { return false }
        var resumptions: [Instant] = []
        for _ in 0..<count {
            guard let moment = reader.instant() else { return false }
            resumptions.append(moment)
        }
        policy.restore(layUps: layUps, resumptions: resumptions)
        return true
    }

    private mutating func readProposals(_ reader: inout ByteReader) -> Bool {
        guard let count = reader.count(most: Self.most) else { return false }
        for _ in 0..<count {
            guard let index = reader.signed(), let code = reader.text(longest: Self.longest),
                let insurer = InsurerCode(code), let number = reader.text(longest: EntryContent.longestValue),
                let start = reader.optionalInstant(), let end = reader.optionalInstant(),
                let madeAt = reader.instant()
            else { return false }
            proposals.append(
                Proposal(index: index, insurer: insurer, number: number, start: start, end: end, madeAt: madeAt))
        }
        return true
    }

    private mutating func readReviews(_ reader: inout ByteReader) -> Bool {
        guard let count = reader.count(most: Self.most) else { return false }
        for _ in 0..<count {
            guard let index = reader.signed(), let code = reader.text(longest: Self.longest),
                let insurer = InsurerCode(code), let sent = reader.optionalText(longest: Self.longest),
                let number = reader.optionalText(longest: EntryContent.longestValue),
                let sequence = reader.optionalSigned()
            else { return false }
            let event = sent.flatMap { Event(rawValue: $0) }
            guard event?.rawValue == sent else { return false }
            reviews.append(
                ReviewMark(index: index, insurer: insurer, event: event, policyNumber: number, sequence: sequence))
        }
        return true
    }
}

extension ByteReader {
    mutating func instant() -> Instant? { signed().flatMap { Instant(milliseconds: $0) } }

    mutating func optionalInstant() -> Instant?? {
        switch optionalSigned() {
        case nil: nil
        case .some(nil): .some(nil)
        case .some(let value?): Instant(milliseconds: value).map { .some($0) }
        }
    }
}
