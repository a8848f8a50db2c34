package import Regulation

/// What is asked: a vehicle, what shows that the asker knows it, a moment, and a state of knowledge.
package struct CoverageQuestion: Equatable, Sendable {
    package enum Subject: Equatable, Sendable {
        case plate(PlateNumber, PlateCategory?)
        case vin(VIN)
    }

    /// What the asker shows beside the subject. `official` is for offices that may ask by plate alone.
    package enum Proof: Equatable, Sendable {
        case vinSuffix(String)
        case vin(VIN)
        case policyNumberSuffix(String)
        case official
        /// The credential's own insurer: its policies only.
        case insurer(InsurerCode)
    }

    package let subject: Subject
    package let proof: Proof
    /// The moment of cover; now when it is not said.
    package let on: Instant?
    /// Which records exist is judged by what had been received then; now when it is not said.
    package let knownAt: Instant?

    package init(subject: Subject, proof: Proof, on: Instant? = nil, knownAt: Instant? = nil) {
        self.subject = subject
        self.proof = proof
        self.on = on
        self.knownAt = knownAt
    }
}
