import Regulation

/// The stored form of a fold. It is a cache of its entries: a version that is not ours is folded again, never migrated.
extension VehicleFile {
    static let version: UInt8 = 1

    package var bytes: [UInt8] {
        var writer = ByteWriter(capacity: 256)
        writer.byte(Self.version)
        writer.optional(mergedInto?.number)
        writer.optional(vin?.text)
        writer.optional(engineNumber?.text)
        writer.optional(brandModel)
        writer.signed(lastCommittedAt.milliseconds)
        writer.variable(UInt64(entries.count))
        var last: Int64 = 0
        for index in entries {
            writer.signed(index - last)
            last = index
        }
        writer.variable(UInt64(bindings.count))
        for binding in bindings {
            writer.text(binding.plate.text)
            writer.optional(binding.category?.code)
            writer.signed(binding.from.milliseconds)
        }
        writer.variable(UInt64(policies.count))
        for policy in policies { Self.write(policy, to: &writer) }
        writer.variable(UInt64(proposals.count))
        for proposal in proposals {
            writer.signed(proposal.index)
            writer.text(proposal.insurer.text)
            writer.text(proposal.number)
            writer.optional(proposal.end?.milliseconds)
        }
        writer.variable(UInt64(reviews.count))
        for review in reviews {
            writer.signed(review.index)
            writer.text(review.insurer.text)
            writer.optional(review.policyNumber)
            writer.optional(review.sequence)
        }
        return writer.result
    }

    private static func write(_ policy: Policy, to writer: inout ByteWriter) {
        writer.signed(policy.index)
        writer.text(policy.insurer.text)
        writer.text(policy.number)
        writer.signed(policy.contracted.start.milliseconds)
        writer.signed(policy.contracted.end.milliseconds)
        writer.optional(policy.issuedAt?.milliseconds)
        writer.optional(policy.cancellation?.effectiveAt.milliseconds)
        if let cancellation = policy.cancellation { writer.text(cancellation.ground.rawValue) }
        writer.variable(UInt64(policy.layUps.count))
        for layUp in policy.layUps {
            writer.signed(layUp.from.milliseconds)
            writer.signed(layUp.until.milliseconds)
            writer.optional(layUp.resumedAt?.milliseconds)
        }
    }

    /// `nil` for bytes of another version or that are damaged.
    package init?(bytes: [UInt8]) {
        self.init()
        var reader = ByteReader(bytes)
        guard reader.byte() == Self.version, readHead(&reader), readBindings(&reader), readPolicies(&reader),
            readProposals(&reader), readReviews(&reader), reader.isAtEnd
        else { return nil }
    }

    private static let longest = 256
    private static let most = 1_000_000

    private mutating func readHead(_ reader: inout ByteReader) -> Bool {
        guard let merged = reader.optionalSigned(), let vin = reader.optionalText(longest: Self.longest),
            let engine = reader.optionalText(longest: Self.longest),
            let model = reader.optionalText(longest: EntryContent.longestValue),
            let committed = reader.instant(), let count = reader.count(most: Self.most)
        else { return false }
        mergedInto = merged.map(FileID.init)
        self.vin = vin.flatMap { VIN(canonical: $0) }
        engineNumber = engine.flatMap { EngineNumber(canonical: $0) }
        brandModel = model
        lastCommittedAt = committed
        entries.reserveCapacity(count)
        var last: Int64 = 0
        for _ in 0..<count {
            guard let delta = reader.signed() else { return false }
            last &+= delta
            entries.append(last)
        }
        return true
    }

    private mutating func readBindings(_ reader: inout ByteReader) -> Bool {
        guard let count = reader.count(most: Self.most) else { return false }
        for _ in 0..<count {
            guard let text = reader.text(longest: Self.longest), let plate = PlateNumber(canonical: text),
                let category = reader.optionalText(longest: 2), let from = reader.instant()
            else { return false }
            bindings.append(
                PlateBinding(plate: plate, category: category.flatMap { PlateCategory(code: $0) }, from: from))
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
            let number = reader.text(longest: EntryContent.longestValue), let start = reader.instant(),
            let end = reader.instant(), let contracted = Period(start: start, end: end),
            let issued = reader.optionalInstant(), let cancelled = reader.optionalInstant()
        else { return nil }
        var policy = Policy(index: index, insurer: insurer, number: number, contracted: contracted, issuedAt: issued)
        if let cancelled {
            guard let text = reader.text(longest: longest), let ground = CancellationGround(rawValue: text) else { return nil }
            policy.cancellation = Policy.Cancellation(effectiveAt: cancelled, ground: ground)
        }
        guard let count = reader.count(most: most) else { return nil }
        for _ in 0..<count {
            guard let from = reader.instant(), let until = reader.instant(), let resumed = reader.optionalInstant() else {
                return nil
            }
            policy.layUps.append(Policy.LayUp(from: from, until: until, resumedAt: resumed))
        }
        return policy
    }

    private mutating func readProposals(_ reader: inout ByteReader) -> Bool {
        guard let count = reader.count(most: Self.most) else { return false }
        for _ in 0..<count {
            guard let index = reader.signed(), let code = reader.text(longest: Self.longest),
                let insurer = InsurerCode(code), let number = reader.text(longest: EntryContent.longestValue),
                let end = reader.optionalInstant()
            else { return false }
            proposals.append(Proposal(index: index, insurer: insurer, number: number, end: end))
        }
        return true
    }

    private mutating func readReviews(_ reader: inout ByteReader) -> Bool {
        guard let count = reader.count(most: Self.most) else { return false }
        for _ in 0..<count {
            guard let index = reader.signed(), let code = reader.text(longest: Self.longest),
                let insurer = InsurerCode(code), let number = reader.optionalText(longest: EntryContent.longestValue),
                let sequence = reader.optionalSigned()
            else { return false }
            reviews.append(ReviewMark(index: index, insurer: insurer, policyNumber: number, sequence: sequence))
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
