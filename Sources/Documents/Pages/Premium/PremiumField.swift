/// What the premium form asks, in its order; the raw value is the name and the id of the input.
package enum PremiumField: String, CaseIterable, Sendable {
    case kind, seats, load, traction, special, displacement, sidecar, electric, tractor, power
    case region, record, start
    case circumstance, paid, applied, term, end, police
}
