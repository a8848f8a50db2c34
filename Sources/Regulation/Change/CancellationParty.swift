/// Who may end the contract on a ground (Regulation arts. 14 and 16).
public enum CancellationParty: String, CaseIterable, Codable, Sendable {
    case policyholder, insurer
}
