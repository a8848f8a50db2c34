/// How sure a row of a table is.
public enum RowStatus: String, CaseIterable, Codable, Sendable {
    /// Read in the text, or in copies that agree.
    case verified
    /// Believed, and every answer that used it says so.
    case unverified
    /// Known to exist, not found: whoever needs it is refused.
    case missing
}
