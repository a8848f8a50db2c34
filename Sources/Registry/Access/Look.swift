package import Regulation

/// One look-up for the audit trail: who asked about what, when, and what was answered, by keyed hashes only.
package struct Look: Equatable, Sendable {
    package enum Role: String, Sendable {
        case anyone = "public"
        case `operator`, insurer, official
    }

    /// What was shown as proof; the number is stored.
    package enum Form: Int64, Sendable {
        case suffix = 1
        case fullVIN, policyNumber, official, insurer
    }

    package let at: Instant
    package let role: Role
    /// The credential, or for the public the network.
    package let holder: LookupKey
    /// The plate or VIN that was asked about.
    package let subject: LookupKey
    package let form: Form
    package let outcome: CoverageAnswer.Outcome
    package let file: FileID?
    /// An official's stated purpose.
    package let purpose: String?

    package init(
        at: Instant, role: Role, holder: LookupKey, subject: LookupKey, form: Form, outcome: CoverageAnswer.Outcome,
        file: FileID?, purpose: String? = nil
    ) {
        self.at = at
        self.role = role
        self.holder = holder
        self.subject = subject
        self.form = form
        self.outcome = outcome
        self.file = file
        self.purpose = purpose
    }
}

extension Look.Form {
    /// Only the whole VIN is more than anyone can guess; six characters of anything are not.
    var isFullProof: Bool { self == .fullVIN }

    package init(_ proof: CoverageQuestion.Proof) {
        self =
            switch proof {
            case .vinSuffix: .suffix
            case .vin: .fullVIN
            case .policyNumberSuffix: .policyNumber
            case .official: .official
            case .insurer: .insurer
            }
    }
}
