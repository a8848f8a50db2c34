/// Every table of the law, read once. A rule takes it as an argument, so that an operator's rows, a test's, or another
/// edition's stand in without a second path.
public struct LawTables: Sendable {
    /// The tables that come with this edition. Throws only when the edition itself is broken, which its tests exclude.
    public static let published = Result { try LawTables() }

    let liabilityLimits: LiabilityLimitTable

    init() throws {
        liabilityLimits = LiabilityLimitTable(try .read(PackageResources.liabilityLimits_json))
    }
}
