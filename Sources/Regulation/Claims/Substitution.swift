import BigInt

/// What the vehicles without fault owe those at fault, handed over by the insurers of the latter (无责代赔) — claims
/// practice, substitution for vehicles without fault.
///
/// Each vehicle at fault receives the no-fault property limits together divided by the number of vehicles at fault, at
/// most its own damage, in equal parts from each vehicle without fault. What it does not need goes to nobody else.
struct Substitution {
    /// Positions of the vehicles without fault, and of those at fault.
    let givers: [Int]
    let receivers: [Int]
    /// Parts in a fen.
    let scale: BigUInt
    /// What each receiver gets from each giver, in parts.
    let parts: [BigUInt]

    /// `nil` where there is nobody to give or to receive.
    init?(_ accident: Accident, limit: Amount) {
        let vehicles = accident.vehicles
        givers = vehicles.indices.filter {
            !vehicles[$0].atFault && !accident.excludes(vehicles[$0], under: .clause)
        }
        receivers = vehicles.indices.filter { vehicles[$0].atFault }
        guard !givers.isEmpty, !receivers.isEmpty else { return nil }
        let (givers, receivers) = (BigUInt(givers.count), BigUInt(receivers.count))
        scale = givers * receivers
        // min(damage, limit × givers ÷ receivers) ÷ givers, times the scale.
        parts = self.receivers.map { min(vehicles[$0].damage.parts(receivers), limit.parts(givers)) }
    }

    /// What is deducted from a vehicle's damage before the vehicles at fault share it, in parts.
    func received(by vehicle: Int) -> BigUInt {
        guard let position = receivers.firstIndex(of: vehicle) else { return 0 }
        return parts[position] * BigUInt(givers.count)
    }
}
