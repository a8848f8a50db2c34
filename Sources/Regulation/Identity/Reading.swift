/// What came of reading one identifier: a value in canonical form, or the faults that prevent one.
public struct Reading<Value: Sendable>: Sendable {
    /// `nil` exactly when `faults` is not empty.
    public var value: Value?
    /// Changes made without loss, each kind once, in the order they were met.
    public var repairs: [IdentityRepair]
    /// Oddities; the value stands all the same.
    public var warnings: [Finding]
    /// Why there is no value; a message says what to do and never holds what was read.
    public var faults: [Finding]
    /// What we think was meant, where a fault has an obvious repair; shown to the sender, never applied by us.
    public var proposal: String?

    /// A value was read.
    public init(_ value: Value, repairs: [IdentityRepair] = [], warnings: [Finding] = []) {
        self.value = value
        self.repairs = repairs
        self.warnings = warnings
        faults = []
        proposal = nil
    }

    /// No value was read; `fault` is the first reason, `others` are the rest.
    public init(
        fault: Finding, others: [Finding] = [], repairs: [IdentityRepair] = [], proposal: String? = nil
    ) {
        value = nil
        self.repairs = repairs
        warnings = []
        faults = [fault] + others
        self.proposal = proposal
    }

    /// The same reading of a value that another type wraps.
    public func map<Other: Sendable>(_ transform: (Value) -> Other) -> Reading<Other> {
        guard let value else {
            return Reading<Other>(repairs: repairs, faults: faults, proposal: proposal)
        }
        return Reading<Other>(transform(value), repairs: repairs, warnings: warnings)
    }

    private init(repairs: [IdentityRepair], faults: [Finding], proposal: String?) {
        value = nil
        self.repairs = repairs
        warnings = []
        self.faults = faults
        self.proposal = proposal
    }
}

extension Reading: Equatable where Value: Equatable {}
