/// What was asked, masked as far as it is shown again.
package struct AskedVehicle: Sendable {
    /// What proved that the asker has the licence or the policy at hand.
    package enum Proof: Sendable {
        case vinSuffix, fullVIN, vinAndPolicyNumber
    }

    /// As `PlateNumber.masked` makes it: `京A·**345`; `nil` when no plate was given.
    package var maskedPlate: String?
    package var proof: Proof

    package init(maskedPlate: String?, proof: Proof) {
        self.maskedPlate = maskedPlate
        self.proof = proof
    }
}
