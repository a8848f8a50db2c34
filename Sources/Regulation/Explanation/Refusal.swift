/// A rule's refusal to speak: everything that stands against it, each with its article. Never a guess instead.
public struct Refusal: Error, Hashable, Sendable {
    /// At least one.
    public let findings: [Finding]

    public init(_ findings: [Finding]) { self.findings = findings }

    public init(_ finding: Finding) { findings = [finding] }
}
