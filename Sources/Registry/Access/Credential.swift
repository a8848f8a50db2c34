package import Regulation

/// Who a key belongs to and what it opens. The key itself is not kept: only its hash.
package struct Credential: Equatable, Sendable {
    package enum Role: String, CaseIterable, Sendable {
        case insurer, official
    }

    /// SHA-256 of the key; keys are 256 random bits, so a plain hash cannot be turned back.
    package let keyHash: [UInt8]
    package let role: Role
    /// The insurer's code, or the office's.
    package let holder: InsurerCode
    package let name: String
    package let createdAt: Instant

    package init(keyHash: [UInt8], role: Role, holder: InsurerCode, name: String, createdAt: Instant) {
        self.keyHash = keyHash
        self.role = role
        self.holder = holder
        self.name = name
        self.createdAt = createdAt
    }
}
