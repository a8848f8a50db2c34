/// An accident as somebody tells it, to be asked what compulsory insurance pays; `nil` is not known.
///
/// Vehicles, victims and things outside are told apart by their ids, which the answer uses.
public struct CompensationRequest: Hashable, Sendable {
    public struct Vehicle: Hashable, Sendable {
        public var id: String?
        /// Where nobody can determine the fault, a vehicle counts as at fault.
        public var atFault: Bool?
        public var insured: Bool?
        /// To the vehicle and what it carries.
        public var damage: Amount?
        public var cause: ExclusionCause?

        public init(id: String?, atFault: Bool?, insured: Bool?, damage: Amount?, cause: ExclusionCause? = nil) {
            self.id = id
            self.atFault = atFault
            self.insured = insured
            self.damage = damage
            self.cause = cause
        }
    }

    public struct Victim: Hashable, Sendable {
        public var id: String?
        /// The vehicle the person rode in; `nil` outside all of them.
        public var aboard: String?
        public var medical: Amount?
        public var deathDisability: Amount?
        /// The person meant the accident to happen.
        public var intentional: Bool

        public init(
            id: String?, aboard: String? = nil, medical: Amount?, deathDisability: Amount?, intentional: Bool = false
        ) {
            self.id = id
            self.aboard = aboard
            self.medical = medical
            self.deathDisability = deathDisability
            self.intentional = intentional
        }
    }

    /// A thing outside the vehicles: a road sign, a wall, a pedestrian's telephone.
    public struct Property: Hashable, Sendable {
        public var id: String?
        public var loss: Amount?

        public init(id: String?, loss: Amount?) {
            self.id = id
            self.loss = loss
        }
    }

    public var accidentAt: Instant?
    public var vehicles: [Vehicle]
    public var victims: [Victim]
    public var outsideProperty: [Property]
    /// Rescue costs of the victims (抢救费用), which are part of their medical costs.
    public var rescueCost: Amount?
    /// Whether all agree that each insurer pays its own vehicle (互碰自赔).
    public var allAgreed: Bool?
    /// Whether a vehicle without fault pays the people aboard another one without fault. The texts say only that
    /// vehicles without fault do not pay one another; the house reads: no.
    public var noFaultPaysAboardNoFault: Bool

    public init(
        accidentAt: Instant?, vehicles: [Vehicle], victims: [Victim] = [], outsideProperty: [Property] = [],
        rescueCost: Amount? = nil, allAgreed: Bool? = nil, noFaultPaysAboardNoFault: Bool = false
    ) {
        self.accidentAt = accidentAt
        self.vehicles = vehicles
        self.victims = victims
        self.outsideProperty = outsideProperty
        self.rescueCost = rescueCost
        self.allAgreed = allAgreed
        self.noFaultPaysAboardNoFault = noFaultPaysAboardNoFault
    }
}
